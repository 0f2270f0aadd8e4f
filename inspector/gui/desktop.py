"""Puts the window together: views, then the controllers between them and the engine, then the commands over all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.formats.registry import FORMATS
from inspector.gui import theme
from inspector.gui.actions import Actions
from inspector.gui.bridge import Bridge, News
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.file_commands import ask_body_file
from inspector.gui.commands.registry import COMMANDS
from inspector.gui.controllers.asking import Asking, Engine
from inspector.gui.controllers.copying import Copying
from inspector.gui.controllers.counting import Counting, Overview, entries
from inspector.gui.controllers.dropping import Dropping
from inspector.gui.controllers.editing import Editing
from inspector.gui.controllers.erasing import Erasing
from inspector.gui.controllers.exporting import Exporting
from inspector.gui.controllers.filtering import Filtering
from inspector.gui.controllers.first_arrival import FirstArrival
from inspector.gui.controllers.folding import Folding
from inspector.gui.controllers.following import Following
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.importing import Importing
from inspector.gui.controllers.listening import Listening
from inspector.gui.controllers.moving import Moving
from inspector.gui.controllers.packing import Packing
from inspector.gui.controllers.passphrases import Passphrases
from inspector.gui.controllers.pinning import Pinning
from inspector.gui.controllers.public_url import PublicUrl
from inspector.gui.controllers.removing import Removing
from inspector.gui.controllers.secret_giving import SecretGiving
from inspector.gui.controllers.selection import Selection
from inspector.gui.controllers.stores import Stores
from inspector.gui.front import connect_front
from inspector.gui.opening import Opened
from inspector.gui.outgoing import make_checks, make_resending, make_sampling, make_signing
from inspector.gui.reader import CaptureReader, read_now
from inspector.gui.views.drag_out import DragOut
from inspector.gui.views.drop_area import DropArea
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.refused_dialog import RefusedDialog


def make_desk(
    window: MainWindow,
    opened: Opened,
    engine: Engine,
    *,
    paths: Paths,
    settings: Settings,
    host: str | None,
    port: int | None = None,
) -> Desk:
    """The controllers over a window."""
    asking = Asking(engine, window.notices)
    habits = Habits(settings, asking)
    reader, listing = opened.reader, opened.listing
    importing = Importing(asking, window.progress, lambda refused: open_refused(window, refused))
    resending = make_resending(window, asking, habits, reader)
    folding = Folding(table=window.table, listing=listing, reader=reader, asking=asking, habits=habits)
    selection = Selection(table=window.table, listing=listing, reader=reader, asking=asking, detail=window.detail)
    return Desk(
        paths=paths,
        window=window,
        asking=asking,
        habits=habits,
        listing=listing,
        filtering=Filtering(
            bar=window.toolbar.filter,
            sidebar=window.sidebar,
            area=window.area,
            notices=window.notices,
            listing=listing,
        ),
        following=Following(area=window.area, model=window.model, listing=listing),
        folding=folding,
        moving=Moving(table=window.table, listing=listing, reader=reader, asking=asking, reveal=folding.reveal),
        selection=selection,
        listening=Listening(asking, window.notices, habits=habits, host=host, port=port),
        resending=resending,
        signing=make_signing(window, asking, resending),
        receiver_checks=make_checks(window, asking, resending),
        editing=Editing(
            asking=asking, habits=habits, reader=reader, resending=resending, drafts=paths.drafts, parent=window
        ),
        pinning=Pinning(asking),
        removing=Removing(asking, selection),
        copying=Copying(asking, reader),
        exporting=Exporting(asking, reader, window.progress),
        importing=importing,
        dropping=Dropping(asking, importing, paths.drafts),
        packing=Packing(asking, partial(read_now, paths.store)),
        stores=Stores(paths=paths, habits=habits, asking=asking),
        secret_giving=SecretGiving(asking, window.detail, Passphrases(asking, window)),
        erasing=Erasing(),
        sampling=make_sampling(window, asking, habits, reader, selection, listing, resending, paths.drafts),
        public_url=PublicUrl(asking=asking, habits=habits, reader=reader, show=window.show_public_url, parent=window),
    )


def open_refused(window: MainWindow, refused: Sequence[str]) -> None:
    """List what an import did not take."""
    RefusedDialog(refused, window).open()


def dress(choice: theme.Choice) -> None:
    """Put on another look, where another was chosen."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and theme.THEME.choice != choice:
        theme.apply(application, choice)


class Desktop:
    """The window with all that works in it; signals are tied to controllers here and nowhere else."""

    def __init__(self, desk: Desk, reader: CaptureReader) -> None:
        self.desk = desk
        self._stays_off = False
        self.counting = Counting(reader, desk.window)
        FirstArrival(table=desk.window.table, listing=desk.listing, selection=desk.selection, detail=desk.window.detail)
        self.actions = Actions(desk, COMMANDS)
        self._connect_window()
        self._connect_detail()
        self._connect_drops()
        self._show_target()

    def hear(self, news: News) -> None:
        """Take a burst of facts."""
        if self._stays_off and news.health is not None and news.health.keyring:
            self._stays_off = False
            self.read_all()
        if news.health is not None:
            self.desk.window.show_health(news.health)
            self.desk.listening.show_health(news.health)
            self.desk.secret_giving.passphrases.hear(news.health)
            self.desk.habits.follow(self.desk.paths.settings, news.health.settings_seq)
        if news.captured is not None:
            self.desk.following.captured(news.captured.count)
            self.desk.public_url.captured(news.captured)
            self.desk.window.status.show_arrivals(news.captured.count)
            self.desk.listing.captured()
        if news.changed is not None:
            self.desk.listing.changed(news.changed.ids)
            self.desk.selection.stored_changed(news.changed.ids)
        if news.taken is not None:
            self.desk.importing.taken(news.taken)
        if news.captured is not None or news.changed is not None:
            self.counting.recount()

    def connect_bridge(self, bridge: Bridge) -> None:
        """Hear the engine and see it die."""
        bridge.news.connect(self.hear)
        bridge.died.connect(self.engine_died)
        bridge.back.connect(self.engine_back)
        self.desk.listening.restart = bridge.restart

    def engine_back(self) -> None:
        """The engine runs again, perhaps after writing what nobody heard of."""
        self.read_all()

    def read_all(self) -> None:
        """Read list and counts anew."""
        self.desk.listing.reload()
        self.counting.recount()

    def engine_died(self, again: bool) -> None:
        """The engine stopped by itself; `again` where it is being started anew."""
        self._stays_off = not again
        self.desk.window.show_engine_gone()
        self.desk.listening.show_death(again=again)

    def _connect_window(self) -> None:
        desk, window = self.desk, self.desk.window
        connect_front(desk, self.actions.by_name)
        window.table.menu_wanted.connect(self.actions.open_row_menu)
        self.counting.counted.connect(self._show_overview)
        desk.listing.failed.connect(self._list_failed)
        desk.listing.was_reset.connect(lambda: window.notices.withdraw("store"))
        desk.habits.changed.connect(self._show_target)
        window.report_wanted.connect(self.actions.by_name["report"].trigger)
        desk.habits.settled.connect(lambda settings: dress(settings.theme))
        desk.habits.changed.connect(lambda: desk.secret_giving.signed_under(desk.habits.settings.public_url))
        desk.secret_giving.signed_under(desk.habits.settings.public_url)

    def _list_failed(self, sentence: str) -> None:
        """Before the engine runs a store may be missing or old; afterwards it should be readable."""
        if self.desk.asking.engine.health.keyring:
            self.desk.window.notices.post(Notice(text=sentence, kind="failed", key="store"))

    def _connect_detail(self) -> None:
        desk, detail = self.desk, self.desk.window.detail
        detail.resend_wanted.connect(lambda target: desk.resending.resend(self._shown(), target))
        detail.resend_other_wanted.connect(lambda: desk.resending.resend_other(self._shown()))
        detail.header.edit_wanted.connect(self.actions.by_name["edit"].trigger)
        detail.copy_wanted.connect(self._copy)
        detail.secret_given.connect(desk.secret_giving.give)
        detail.explanation_wanted.connect(desk.selection.explain)
        detail.text_copied.connect(desk.copying.say)
        detail.save_body_wanted.connect(lambda id: ask_body_file(desk, id))
        detail.filter_wanted.connect(desk.filtering.choose)
        detail.command_wanted.connect(lambda name: self.actions.by_name[name].trigger())
        desk.copying.used.connect(self._show_formats)
        self._show_formats()

    def _show_formats(self) -> None:
        written = [(one.name, one.label) for one in FORMATS if one.write is not None]
        self.desk.window.detail.set_formats(sorted(written, key=lambda one: one[0] != self.desk.copying.last))

    def _connect_drops(self) -> None:
        self.drops = DropArea(self.desk.window)
        self.drops.files_dropped.connect(self.desk.dropping.take_files)
        self.drops.text_dropped.connect(self.desk.dropping.take_text)
        self.drops.refused.connect(self.desk.dropping.refuse)
        self.drags = DragOut(self.desk.window.table, self.desk.packing.pack)

    def _shown(self) -> tuple[int, ...]:
        """What the detail shows: one capture, or that many are selected."""
        ids, shown = self.desk.selection.ids(), self.desk.selection.shown
        if len(ids) > 1:
            return ids
        return () if shown is None else (shown.id,)

    def _copy(self, format_name: str) -> None:
        self.desk.copying.copy(self._shown(), format_name)

    def _show_overview(self, overview: Overview) -> None:
        desk, window = self.desk, self.desk.window
        window.show_totals(overview.total, overview.unread, overview.size)
        window.sidebar.show_entries(entries(overview, window.faces), desk.listing.text)
        desk.filtering.show_overview(overview)
        self.actions.refresh()

    def _show_target(self) -> None:
        settings = self.desk.habits.settings
        self.desk.window.detail.show_target(settings.target, settings.recent_targets)
        actions = self.actions.by_name
        self.desk.window.detail.header.show_keys(letter_of(actions["resend"]), letter_of(actions["edit"]))


def letter_of(action: QAction) -> str:
    """The single key of an action, for the button that does the same; empty where it has none."""
    return next((key for one in action.shortcuts() if len(key := one.toString()) == 1), "")
