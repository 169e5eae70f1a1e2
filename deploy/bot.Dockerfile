# Rasa and its action server: one image, the command says which. The model is trained while the image is built.
# Build from the top folder: docker build --file deploy/bot.Dockerfile .
FROM python:3.10-slim-bookworm AS packages
RUN python -m venv /opt/haqqi
COPY bot/requirements.txt /tmp/requirements.txt
RUN /opt/haqqi/bin/pip install --no-cache-dir --require-hashes -r /tmp/requirements.txt

FROM python:3.10-slim-bookworm AS base
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /tmp haqqi
COPY --from=packages /opt/haqqi /opt/haqqi
ENV PATH=/opt/haqqi/bin:$PATH PYTHONPATH=/srv/haqqi PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PYTHONWARNINGS=ignore HOME=/tmp RASA_TELEMETRY_ENABLED=false RASA_MAX_CACHE_SIZE=0 TF_CPP_MIN_LOG_LEVEL=3 \
    SQLALCHEMY_SILENCE_UBER_WARNING=1
WORKDIR /srv/haqqi/bot
COPY language /srv/haqqi/language
COPY bot/components components

FROM base AS model
COPY data/nlu /srv/haqqi/data/nlu
COPY data/rules /srv/haqqi/data/rules
COPY bot/config.yml ./
COPY bot/domain domain
RUN python -m components.lean_rasa train --quiet --config config.yml --domain domain \
    --data ../data/nlu ../data/rules --out /srv/haqqi/models --fixed-model-name haqqi \
    && test -s /srv/haqqi/models/haqqi.tar.gz

FROM base
COPY deploy/probe.py /srv/haqqi/deploy/probe.py
COPY bot/endpoints.yml bot/credentials.yml ./
COPY bot/actions actions
COPY --from=model /srv/haqqi/models /srv/haqqi/models
RUN python -m compileall -q /srv/haqqi
USER haqqi
EXPOSE 8002 8003
CMD ["python", "-m", "components.lean_rasa", "run", "--quiet", "--interface", "0.0.0.0", "--port", "8002", "--model", \
     "/srv/haqqi/models/haqqi.tar.gz", "--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
