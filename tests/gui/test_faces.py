"""How providers look."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.faces import KNOWN, MonogramChip, faces_of
from inspector.providers.registry import PROVIDERS


def test_every_provider_has_a_face() -> None:
    """Each provider of the registry has a label, a monogram of one or two letters, and words for its secret."""
    faces = faces_of((provider.id, provider.name) for provider in PROVIDERS)
    for provider in PROVIDERS:
        face = faces(provider.id)

        assert provider.name == face.label
        assert 1 <= len(face.monogram) <= 2
        assert face.secret_words


def test_monograms_tell_known_providers_apart() -> None:
    """No two of them share one."""
    assert len(KNOWN) == len({face.monogram for face in KNOWN.values()})


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
    chip.show_face(KNOWN["github"])
    chip.resize(chip.sizeHint())

    assert "GitHub" == chip.accessibleName()
    assert chip.grab().toImage().pixelColor(3, chip.height() // 2).isValid()
