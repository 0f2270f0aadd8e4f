"""Samples of Typeform."""

import json
import re

from inspector.providers.samples.typeform import TYPEFORM
from tests.providers.samples.sent import arrived, check

GISTS = {
    "form_response": r"Berth request · 3 answers · Lena Brandt",
    "form_response_partial": r"Berth request · 2 answers · Lena Brandt",
    "form_response:quiz": r"Knots quiz · 4 answers · Lena Brandt · [1-4] points?",
    "form_response:payment": r"Berth booking · 4 answers · Lena Brandt",
    "form_response:files": r"Crew application · 6 answers · Lena Brandt",
    "form_response:survey": r"How was your stay\? · 4 answers",
    "form_response:outcome": r"Which boat are you\? · 3 answers · Lena Brandt · A cutter",
    "form_response:appointment": r"Talk to the harbour master · 4 answers · Lena Brandt",
    "form_response:contact": r"Newsletter · 5 answers · lena\.brandt@example\.com",
    "form_response:other": r"Mooring questions · 3 answers · Lena Brandt",
    "form_response:scripts": r"Gästebuch · 訪問者名簿 · 3 answers · Zoë Müller",
}


def test_each_is_told_in_one_line() -> None:
    """Recognised and valid; the form, how much was answered, by whom, and what came out."""
    gists = check("typeform")

    assert set(gists) == set(GISTS)
    assert {event: told for event, told in gists.items() if not re.fullmatch(GISTS[event], told or "")} == {}


def test_an_answer_belongs_to_a_question() -> None:
    """By its id and its reference; what was chosen is among the choices, and the value stands under the type."""
    for sample in TYPEFORM:
        reply = json.loads(arrived(sample).body.read())["form_response"]
        asked = reply["definition"]["fields"]
        fields = {field["id"]: field for one in asked for field in (one, *one["properties"].get("fields", []))}
        for answer in reply["answers"]:
            field = fields[answer["field"]["id"]]
            assert (answer["field"]["ref"], answer["field"]["type"]) == (field["ref"], field["type"])
            choices = {choice["id"]: choice["label"] for choice in field.get("choices", [])}
            value = answer[answer["type"]]
            if answer["type"] == "choice":
                assert choices[value["id"]] == value["label"]
            if answer["type"] == "choices":
                assert [choices[id] for id in value["ids"]] == value["labels"]


def test_one_that_was_left_was_not_submitted() -> None:
    """It has no time of that and no ending, and fewer answers than questions."""
    (partial,) = (sample for sample in TYPEFORM if sample.event == "form_response_partial")
    reply = json.loads(arrived(partial).body.read())["form_response"]

    assert not {"submitted_at", "ending"} & set(reply)
    assert len(reply["answers"]) < len(reply["definition"]["fields"])
