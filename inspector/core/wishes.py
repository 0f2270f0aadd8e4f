"""All that the window asks for, and all that it is answered.

Apart from the messages, which the window is painted with before it asks for anything.
"""

from typing import TypeAlias

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.core.custom_wishes import CustomAnswer, CustomWish
from inspector.core.long_work import StopImport
from inspector.core.messages import (
    ChangeSettings,
    Erase,
    Explain,
    Explanation,
    Import,
    Imported,
    Listen,
    MarkRead,
    Pin,
    Remove,
    Removed,
    Restore,
    SetNote,
    SetResponse,
    StopListening,
)
from inspector.core.secret_wishes import SecretAdded, SecretWish
from inspector.core.sending_wishes import SendingAnswer, SendingWish

Wish: TypeAlias = (
    Listen
    | StopListening
    | SetResponse
    | SendingWish
    | SecretWish
    | Remove
    | Restore
    | Pin
    | SetNote
    | MarkRead
    | Import
    | StopImport
    | Explain
    | CheckApp
    | CustomWish
    | ChangeSettings
    | Erase
)
Answer: TypeAlias = (
    SecretAdded
    | Removed
    | Imported
    | Explanation
    | AppAnswer
    | CustomAnswer
    | SendingAnswer
    | tuple[int, ...]
    | tuple[str, ...]
    | str
    | int
    | None
)
