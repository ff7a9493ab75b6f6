"""Toasts: of what went well only the latest stays, so that they never pile up over the text."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.notifications import Notify


class ToastingApp(App[None]):
    """An app in which news replaces older news; what went wrong stays until its time is over."""

    def on_notify(self, event: Notify) -> None:
        """Take the older news away before Textual shows this."""
        if event.notification.severity == "information":
            forget_news(self)


def forget_news(app: App[Any]) -> None:
    """Take away what was told of what went well: the reader has turned to something else."""
    for toast in [one for one in app._notifications if one.severity == "information"]:
        app._unnotify(toast)
