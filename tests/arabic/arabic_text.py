"""Random text of the kinds that the engine meets, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآءئؤىةپچڤگیکەێڕڵ"
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0653\u0654\u0655"
LATIN = "abcXYZé"
DIGITS = "0123456789٠١٢٣۴۵۶"
SIGNS = " .,:;!?-+/%#@()[]{}<>«»“”\"'،؛؟٪$€…"
JOINERS = "ـ\u200c\u200d"
CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\xad"
HOSTILE = "\x00\x07\x1b\x7f\x85\x9b\n\r\t\v\f\u2028\u2029\ud800\udfff\ufffe\ufffd"
SYMBOLS = "😀👩👨\u2764\ufe0f🏽🇵🇸漢字ｱ\u3000\ufdf2\ufdfa\ufefb\ufe91\u20e3𝒜"

plain = st.text(st.sampled_from(LETTERS + LATIN + DIGITS + SIGNS + "    "), max_size=120)
"""Without marks and controls: what python-bidi orders as we do."""
anything = st.text(
    st.one_of(
        st.sampled_from(LETTERS + HARAKAT + LATIN + DIGITS + SIGNS + JOINERS + "      "),
        st.sampled_from(CONTROLS + HOSTILE + SYMBOLS),
        st.characters(),
    ),
    max_size=120,
)
"""Any string, with far more trouble than text has."""
