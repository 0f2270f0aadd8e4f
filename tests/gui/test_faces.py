"""How providers look."""

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.faces import MonogramChip, faces_of
from inspector.providers.registry import PROVIDERS


def test_every_provider_has_a_face() -> None:
    """Each provider of the registry has a label, a monogram of one or two letters, and words for its secret."""
    faces = faces_of()
    for provider in PROVIDERS:
        face = faces(provider.id)

        assert provider.name == face.label
        assert 1 <= len(face.monogram) <= 2
        assert face.monogram.isupper() or face.monogram.isdigit()
        assert face.secret_words


def test_monograms_tell_providers_apart() -> None:
    """No two of them share one."""
    faces = faces_of()

    assert len({faces(provider.id).monogram for provider in PROVIDERS}) == len(PROVIDERS)


def test_the_words_of_an_entry_are_those_of_its_face() -> None:
    """What its secret is called, how it begins and where it is shown; in general words where the entry says nothing."""
    face = faces_of()("stripe")

    assert ("ST", "the endpoint’s signing secret", "whsec_…") == (face.monogram, face.secret_words, face.secret_hint)
    assert face.secret_where.startswith("Stripe shows it under ")
    assert faces_of()("openai").secret_words == "the signing secret"


def test_the_registry_is_not_read_before_a_face_is_wanted() -> None:
    """The window is painted without it; then it is read on purpose, before the first row asks for a face."""
    code = (
        "import sys; from pathlib import Path; from inspector.gui.application import make_application, make_window\n"
        "from inspector.core.paths import Paths; app = make_application()\n"
        "window = make_window(Paths(store=Path('a/b.db'), config=Path('a'), logs=Path('a')))\n"
        "window.show(); app.sendPostedEvents(); window.grab(); print('inspector.providers.registry' in sys.modules)\n"
        "from inspector.gui import faces; faces.load(); print('inspector.providers.registry' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.split() == ["False", "True"]


@pytest.mark.parametrize(
    ("provider", "label", "monogram"),
    [
        (None, "Unknown", "·"),
        ("custom:acme shop", "acme shop", "AS"),
        ("<b>\u202ex", "<b>⟵x", "·"),
        ("", "", "·"),
        ("acme", "Acme Corporation", "AC"),
    ],
)
def test_everybody_has_a_face(provider: str | None, label: str, monogram: str) -> None:
    """Unknown, custom and strange ids too; what is shown of them is safe."""
    face = faces_of((("acme", "Acme Corporation"),))(provider)

    assert (label, monogram) == (face.label, face.monogram)


def test_the_chip_is_painted(qtbot: QtBot) -> None:
    """The chip has the ground of a chip and says the label."""
    chip = MonogramChip()
    qtbot.addWidget(chip)
    chip.show_face(faces_of()("github"))
    chip.resize(chip.sizeHint())

    assert "GitHub" == chip.accessibleName()
    assert chip.grab().toImage().pixelColor(3, chip.height() // 2).isValid()
