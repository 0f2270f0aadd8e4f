"""The table that the preferences are built from."""

from dataclasses import fields

from inspector.core.settings import RANGES, Settings
from inspector.gui.views.preferences.fields import FIELDS
from inspector.gui.views.preferences.table import GROUPS, PREFERENCES
from inspector.gui.views.preferences.values import written


def test_no_setting_is_missing() -> None:
    """Whatever settings.toml may hold can be seen and changed in the window."""
    assert sorted(one.setting for one in PREFERENCES) == sorted(field.name for field in fields(Settings))


def test_each_is_explained_in_one_sentence() -> None:
    """It has a label, a sentence, a field and a group."""
    for one in PREFERENCES:
        assert one.label
        assert one.says.endswith(".")
        assert one.kind in FIELDS or one.kind == "secrets"
        assert one.group in GROUPS


def test_choices_and_numbers_are_those_of_the_settings() -> None:
    """Each usual value can be shown in its field."""
    for one in PREFERENCES:
        usual = getattr(Settings(), one.setting)
        if one.choices:
            assert usual in dict(one.choices)
        if one.kind in ("port", "size", "seconds"):
            least, most = RANGES[one.setting]
            assert least <= usual <= most
            assert written(one.kind, usual) == one.example
