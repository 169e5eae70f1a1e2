"""Whom a complaint concerns, by the words people use for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.answers.complaints import recorded
from backend.complaints.kinds import KINDS, kind_of, names_score
from tests.unit.test_wording import TODAY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("l'hôpital a refusé de prendre ma mère malgré son AMO Tadamon", "health"),
        ("le centre de santé était fermé mardi matin à Salé", "health"),
        ("fsbitar dyal Fes ma bghawch ydakhlouni", "health"),
        ("مشيت للسبيطار نهار الجمعة وما لقيت حتى طبيب", "health"),
        ("رفض المستشفى استقبال والدتي رغم أن تغطيتها سارية", "health"),
        ("j'ai attendu quatre heures à la CNSS de Salé et on m'a renvoyé", "cnss"),
        ("la CNSS n'a jamais remboursé l'hôpital", "cnss"),
        ("AMO dyali tssdat bla ma y3elmouni", "cnss"),
        ("وكالة CNSS كلاو ليا نهار كامل وفالاخر سدو", "cnss"),
        ("الاشتراكات ديالي تخلصو وباقي كيبانو", "cnss"),
        ("لم أتوصل بتعويضات التأمين منذ يونيو", "cnss"),
        ("mon dossier RSU est bloqué depuis un mois à l'annexe", "register"),
        ("sijil ma bghach y9bel lwra9", "register"),
        ("ما بغاوش يسجلوني فالسجل الاجتماعي الموحد", "register"),
        ("lmo2achir dyali tle3 w ma fhemtch 3lach", "register"),
        ("mon score RSU m'a fait perdre l'AMO", "register"),
        ("l'aide sociale directe n'est pas arrivée ce mois-ci", "direct_aid"),
        ("da3m ma wselnich had chher", "direct_aid"),
        ("الدعم المباشر ما توصلتش بيه هاد الشهر", "direct_aid"),
        ("le moqaddem de mon quartier demande de l'argent", "other"),
        ("السيت ديالكم عيان ديما طايح", "other"),
        ("les gamoux damoclès", "other"),
        ("", "other"),
    ],
)
def test_a_complaint_concerns_whom_it_names_most(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text", ["mon score est faux", "lmo2achir ghalet", "المؤشر ديالي غالط", "مؤشري لا يناسب حالتي", "SCORES RSU"]
)
def test_a_complaint_about_a_score_is_known(text: str) -> None:
    assert names_score(text)
    assert recorded("REC-2026-000018", TODAY, kind_of(text), about_score=True).next[0] == "review_howto"


@pytest.mark.parametrize("text", ["scolarité", "l'hôpital a refusé ma mère", "وكالة CNSS سدات"])
def test_another_complaint_is_not_about_a_score(text: str) -> None:
    assert not names_score(text)


@given(st.text(max_size=300))
def test_any_text_is_of_some_kind(text: str) -> None:
    assert kind_of(text) in KINDS
