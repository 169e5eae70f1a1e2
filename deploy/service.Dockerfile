# The service, the inner API, the worker and the haqqi command: one image, the command says which.
# Build from the top folder: docker build --file deploy/service.Dockerfile .
FROM python:3.12-slim-bookworm AS packages
RUN python -m venv /opt/haqqi
COPY requirements/service.txt /tmp/requirements.txt
RUN /opt/haqqi/bin/pip install --no-cache-dir --require-hashes -r /tmp/requirements.txt

FROM python:3.12-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /tmp haqqi \
    && install --directory --owner=haqqi --group=haqqi --mode=0700 /var/lib/haqqi
COPY --from=packages /opt/haqqi /opt/haqqi
ENV PATH=/opt/haqqi/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
WORKDIR /srv/haqqi
COPY pyproject.toml alembic.ini ./
COPY language language
COPY data data
COPY migrations migrations
COPY backend backend
COPY channels channels
COPY deploy/probe.py deploy/probe.py
# The haqqi command. Nothing is fetched: setuptools is among the locked packages.
RUN pip install --no-cache-dir --no-deps --no-index --no-build-isolation --editable . && python -m compileall -q .
USER haqqi
EXPOSE 8000
CMD ["uvicorn", "--factory", "--host", "0.0.0.0", "--port", "8000", "channels.main:public_app"]
