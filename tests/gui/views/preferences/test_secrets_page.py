"""The secrets by provider and name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.gui.views.preferences.secrets_page import MASK, VALUE, SecretsPage
from tests.gui.stage import FACES

HEALTH = Health(
    keyring="Secrets are kept in the system keyring.",
    secrets=(
        SecretName(provider="github", name="production"),
        SecretName(provider="stripe", name="<b>staging</b>", kept="session"),
    ),
)


def page_of(qtbot: QtBot) -> SecretsPage:
    """A page with two secrets."""
    page = SecretsPage(FACES, ["github", "stripe"])
    qtbot.addWidget(page)
    page.show_health(HEALTH)
    page.show()
    return page


def texts(page: SecretsPage) -> list[list[str]]:
    """What stands in the rows."""
    items = [page.list.topLevelItem(row) for row in range(page.list.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item is not None]


def choose(page: SecretsPage, row: int) -> None:
    """Select a secret."""
    item = page.list.topLevelItem(row)
    assert item is not None
    page.list.setCurrentItem(item)


def test_names_and_where_each_is_kept(qtbot: QtBot) -> None:
    """Values are masked; nothing can be done before one is chosen."""
    page = page_of(qtbot)

    assert texts(page) == [
        ["GitHub", "production", MASK, "keyring"],
        ["Stripe", "<b>staging</b>", MASK, "this session only"],
    ]
    assert HEALTH.keyring in [label.text() for label in page.findChildren(QLabel)]
    assert not page.show_button.isEnabled()
    assert not page.remove_button.isEnabled()


def test_a_value_is_shown_on_purpose_and_masked_again(qtbot: QtBot) -> None:
    """In its row, also when the list is filled anew meanwhile."""
    page = page_of(qtbot)
    choose(page, 1)
    with qtbot.waitSignal(page.reveal_wanted) as asked:
        page.show_button.click()
    assert asked.args == ["stripe", "<b>staging</b>"]

    page.show_value("stripe", "<b>staging</b>", "whsec_\u202ex")
    page.show_health(HEALTH)
    assert [row[VALUE] for row in texts(page)] == [MASK, "whsec_⟵x"]
    assert page.shown_value == "whsec_⟵x"
    assert page.show_button.text() == "Hide"
    page.show_button.click()
    assert [row[VALUE] for row in texts(page)] == [MASK, MASK]
    assert page.shown_value == ""


def test_removing_is_asked_once(qtbot: QtBot) -> None:
    """It cannot be undone, so the safe answer is the default."""
    page = page_of(qtbot)
    choose(page, 0)
    page.remove_button.click()
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "GitHub · production" in box.text()
    yes = next(button for button in box.buttons() if button.text() == "Remove")

    with qtbot.waitSignal(page.remove_wanted) as removed:
        qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert removed.args == ["github", "production"]


def test_replacing_and_adding_are_the_forms_work(qtbot: QtBot) -> None:
    """What is wrong is said there."""
    page = page_of(qtbot)
    choose(page, 1)
    page.replace_button.click()
    page.form.given.setText("new")
    with qtbot.waitSignal(page.add_wanted) as added:
        page.form.add.click()
    page.show_busy("Checking…")
    page.show_secret_remark("It cannot be.")
    page.show_busy("")

    assert added.args == ["stripe", "<b>staging</b>", "new", "session"]
    assert page.form.remark.text() == "It cannot be."


def test_the_column_of_providers_is_as_wide_as_their_names(qtbot: QtBot) -> None:
    """The value, which is masked, has the rest."""
    page = page_of(qtbot)
    page.show_health(Health(secrets=(SecretName(provider="standard-webhooks", name="a"),)))

    assert page.list.columnWidth(0) > page.list.fontMetrics().horizontalAdvance(texts(page)[0][0])
