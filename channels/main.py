"""Where the parts meet: the public application, the inner one, and the worker."""

import asyncio
import signal
from functools import partial

import structlog
from fastapi import FastAPI
from procrastinate import PsycopgConnector
from starlette.staticfiles import StaticFiles

from backend import logs
from backend.app import create_app
from backend.attachments.service import delete_expired_files
from backend.conversations import routes as inner
from backend.database import Database
from backend.entitlements import routes as rights
from backend.notifications.delivery import deliver_message
from backend.notifications.jobs import Worker
from backend.notifications.jobs import app as job_app
from backend.reviews import relay as review_relay
from backend.reviews import reminders as review_reminders
from backend.reviews import routes as reviews
from backend.reviews.jobs import ReviewWork
from backend.reviews.service import drop_old_drafts
from backend.runtime import open_runtime
from backend.settings import Settings, get_settings, production_problems
from backend.spdci import routes as spdci
from backend.spdci import service as spdci_service
from backend.spdci.jobs import RegistryWork
from backend.staff import routes as staff
from backend.staff.session import delete_expired_sessions
from backend.understanding.learning import delete_expired_messages
from channels import api_docs
from channels.providers import open_media, open_providers
from channels.simulator import routes as simulator
from channels.sms import routes as sms
from channels.webchat import routes as webchat
from channels.webchat import uploads
from channels.whatsapp import routes as whatsapp


class RefusedError(SystemExit):
    """This configuration may not run in production."""


def checked_settings() -> Settings:
    """The settings; in production the process ends here if they are not fit for it."""
    settings = get_settings()
    if settings.env == "production" and (problems := production_problems(settings)):
        raise RefusedError("Haqqi does not start in production:\n- " + "\n- ".join(problems))
    return settings


def public_app() -> FastAPI:
    """The application people and providers reach."""
    settings = checked_settings()
    routers = [webchat.router, uploads.router, sms.router, whatsapp.router, rights.router, staff.router]
    routers += [reviews.router, reviews.webhooks, spdci.router, api_docs.router]
    if settings.env == "development":
        routers.append(simulator.router)
    app = create_app(
        settings, routers, title="Haqqi", media=lambda: open_media(settings), allowances=[uploads.ALLOWANCE]
    )
    app.mount("/static/webchat", StaticFiles(directory=webchat.STATIC))
    app.mount("/static/swagger", StaticFiles(directory=api_docs.ASSETS))
    app.mount("/static/docs", StaticFiles(directory=api_docs.STATIC))
    if settings.env == "development":
        app.mount("/static/simulator", StaticFiles(directory=simulator.STATIC))
    return app


def inner_app() -> FastAPI:
    """The application that only the action server may call."""
    settings = checked_settings()
    return create_app(
        settings, [inner.router], title="Haqqi, inner API", secret=settings.inner_secret.get_secret_value()
    )


async def delete_expired(database: Database) -> dict[str, int]:
    """Delete what may not be kept longer; how many of each kind."""
    async with database.transaction() as session:
        return {
            "review_drafts": await drop_old_drafts(session),
            "files": await delete_expired_files(session),
            "staff_sessions": await delete_expired_sessions(session),
            "unclear_messages": await delete_expired_messages(session),
            "registry_messages": await spdci_service.delete_old_messages(session),
        }


async def work(settings: Settings) -> None:
    """Run the worker until SIGTERM or SIGINT; jobs in hand are finished first."""
    logs.configure(settings.log_level)
    connector = PsycopgConnector(conninfo=settings.libpq_url)
    async with open_runtime(settings, open_media(settings)) as runtime:
        providers = open_providers(settings)
        worker = Worker(
            deliver=partial(deliver_message, runtime.database, providers),
            answer_waiting=runtime.gateway.answer_waiting,
            delete_expired=partial(delete_expired, runtime.database),
        )
        review_work = ReviewWork(
            send=partial(review_relay.send, runtime.database, settings),
            keep_up=partial(review_reminders.keep_up, runtime.database),
        )
        registry_work = RegistryWork(ask=partial(spdci_service.ask_for_job, runtime.database, settings))
        contexts = {"worker": worker, "reviews": review_work, "registry": registry_work}
        structlog.get_logger().info("worker ready", providers=sorted(providers))
        try:
            with job_app.replace_connector(connector) as queue:
                async with queue.open_async():
                    await queue.run_worker_async(
                        concurrency=10,
                        additional_context=contexts,
                        shutdown_graceful_timeout=10,
                        delete_jobs="successful",
                    )
        finally:
            for provider in providers.values():
                await provider.close()


def run_worker() -> None:
    """The worker process."""
    settings = checked_settings()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    asyncio.run(work(settings))
