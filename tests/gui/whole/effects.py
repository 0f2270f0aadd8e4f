"""What each command does that can be seen from outside, one entry a command, by name.

`scene.act` is the press of its key, or the click on its entry in a menu. A command without an entry fails the tests of
keys and menus: whoever adds a command says here how its effect is seen.
"""

from inspector.core.sending_wishes import BREAKS
from inspector.gui.models.columns import COLUMNS
from inspector.gui.views.about_dialog import AboutDialog
from inspector.gui.views.custom.recipe_dialog import RecipeDialog
from inspector.gui.views.editing.edit_dialog import EditDialog
from inspector.gui.views.keys_dialog import KeysDialog
from inspector.gui.views.log_dialog import LogDialog
from inspector.gui.views.palette import Palette
from inspector.gui.views.places_dialog import PlacesDialog
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.gui.views.receiver_dialog import ReceiverDialog
from inspector.gui.views.report_dialog import ReportDialog
from inspector.gui.views.samples.keep_dialog import KeepSampleDialog
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.gui.views.secrets_dialog import SecretsDialog
from inspector.gui.views.table_header import FILLING
from inspector.gui.views.toolbar import STATUSES
from tests.gui.whole import effects_on_captures as captures
from tests.gui.whole import effects_on_folds as folds
from tests.gui.whole import effects_on_signatures as signatures
from tests.gui.whole import effects_on_window as window
from tests.gui.whole.effects_on_captures import WRITTEN, Check
from tests.gui.whole.effects_on_senders import find_scheme

PAGES = ("overview", "headers", "signature", "response", "sent", "raw")

EFFECTS: dict[str, Check] = {
    "import": captures.import_file,
    "export-selection": captures.exports(every=False),
    "export-filtered": captures.exports(every=True),
    "export-all": captures.exports(every=True),
    **{f"export-{one.name}": captures.exports_as(one.suffix) for one in WRITTEN},
    "close": window.close,
    "resend": captures.resend,
    "resend-other": captures.resend_other,
    "resend-signed": captures.resend_signed,
    **{f"resend-{broken}": captures.resend_signed for broken in BREAKS},
    "edit": window.opens(EditDialog),
    "app-check": captures.check_app,
    "find-scheme": find_scheme,
    "describe-provider": window.opens(RecipeDialog),
    "fetch-key": signatures.fetch_key,
    "mend": signatures.mend,
    "pin": captures.pin,
    "note": captures.note,
    "save-body": captures.save_body,
    "mark-all-read": captures.mark_all_read,
    "undo": captures.undo,
    "remove": captures.remove,
    "remove-all": captures.remove_all,
    "copy-text": captures.copies("github", "push", "\t"),
    "copy-curl": captures.copies("curl", "X-GitHub-Event: push"),
    "copy-raw": captures.copies("POST /hooks/github HTTP/1.1", "Half measures"),
    "copy-har": captures.copies('"log"', "Half measures"),
    "copy-json": captures.copies('"provider"', '"github"'),
    "copy-jsonl": captures.copies('"body_base64"'),
    "copy-url": captures.copy_url,
    "copy-body": captures.copy_body,
    "copy-headers": captures.copies("X-GitHub-Event: push\n", "Content-Type: application/json"),
    "copy-cell": captures.copy_cell,
    "palette": window.opens(Palette),
    "new-store": captures.starts(asks=True),
    "open-store": captures.starts(asks=True),
    "forget-stores": captures.forget_stores,
    "sort-newest": window.sorts(""),
    **{f"sort-{one.name}": window.sorts(one.name) for one in COLUMNS},
    **{f"column-{one.name}": window.shows(one.name) for place, one in enumerate(COLUMNS) if place != FILLING},
    "columns-reset": window.reset_columns,
    "fold-repeats": folds.fold_repeats,
    "fold-one": folds.fold_one,
    "filter": window.focus_filter,
    "to-filter": window.focus_filter,
    "find-next": window.finds(backwards=False),
    "find-previous": window.finds(backwards=True),
    "next": window.steps(1),
    "previous": window.steps(-1),
    "next-unread": window.to_unread(older=True),
    "previous-unread": window.to_unread(older=False),
    "follow": window.follow,
    "freeze": window.freeze,
    "next-pane": window.next_pane,
    **{f"page-{number}": window.turns(name) for number, name in enumerate(PAGES, 1)},
    "zoom-in": window.zooms(0, 1),
    "zoom-out": window.zooms(0, -1),
    "zoom-reset": window.zooms(3, 0),
    "theme-system": window.dresses("system"),
    "theme-dark": window.dresses("dark"),
    "theme-light": window.dresses("light"),
    "full-screen": window.full_screen,
    "letters": window.letters,
    **{f"filter-for-{one.name}": window.filters(one.name, out=False) for one in COLUMNS if one.term},
    **{f"filter-out-{one.name}": window.filters(one.name, out=True) for one in COLUMNS if one.term},
    "listen": window.listen,
    **{f"respond-{status}": window.tells(status) for status in STATUSES},
    "secrets": window.opens(SecretsDialog),
    "preferences": window.opens(PreferencesDialog),
    "sample": window.opens(SampleDialog),
    "test-receiver": window.opens(ReceiverDialog),
    "make-sample": window.opens(KeepSampleDialog),
    "public-url-back": window.take_url_back,
    "keys": window.opens(KeysDialog),
    "places": window.opens(PlacesDialog),
    "about": window.opens(AboutDialog),
    "log": window.opens(LogDialog),
    "report": window.opens(ReportDialog),
}

EFFECTS_OF_KINDS: dict[str, Check] = {
    "resend-to": captures.resend_to,
    "open-store": captures.starts(asks=False),
    "copy-header": captures.copy_header,
    "copy-path": captures.copy_path,
}
"""Of entries that are there for what there is at the moment; their names go on after a colon."""
