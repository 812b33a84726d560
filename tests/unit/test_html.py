"""A page of our own HTML shows text as text, whatever stands in it."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from stretchbook.html import element, void_element
from tests.support.hostile import TEXTS

texts = st.one_of(st.sampled_from(TEXTS), st.text("<>&\"'=/ ax;!-", min_size=1, max_size=20))


@given(texts, texts)
@example('" onclick="alert(1)', "</p><script>")
def test_any_text_is_only_text_between_tags_and_in_attributes(value: str, inner: str) -> None:
    image = void_element("img", alt=value, src="x.svg")
    page = html.fragment_fromstring(element("div", image, [inner, None], class_="a", data_x=value))
    assert dict(page.attrib) == {"class": "a", "data-x": value}
    assert [(child.tag, dict(child.attrib)) for child in page] == [
        ("img", {"alt": value, "src": "x.svg"})
    ]
    assert page.text_content() == inner


def test_markup_passes_as_it_is() -> None:
    assert element("p", element("b", "x & y"), " < z") == "<p><b>x &amp; y</b> &lt; z</p>"
