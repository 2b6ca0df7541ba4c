"""What site generators and programs for notes add to Markdown is not judged, what they show is."""

import pytest

from unspin_gui.store.formats.markdown.markdown_prose import unjudged

WORDS = "bosom peril"


def judged(source: str) -> str:
    gone = {place for span in unjudged(source) for place in range(*span)}
    return "".join(" " if place in gone else sign for place, sign in enumerate(source))


@pytest.mark.parametrize(
    "source",
    [
        "{% highlight python %}\nrocket hearth\n{% endhighlight %}\n\nbosom peril",
        "{%- comment -%} rocket hearth {%- endcomment -%} bosom peril",
        "{% raw %}bosom peril{% endraw %} {% link rocket hearth %}",
        "{{< highlight go >}}\nrocket hearth\n\nrocket hearth\n{{< /highlight >}}\nbosom peril",
        '{{< code src="rocket hearth" />}} bosom peril',
        "{{% notice rocket hearth %}}\nbosom peril\n{{% /notice %}}",
        "bosom peril %%rocket hearth%% bosom peril %% rocket hearth %%.",
        "%%\nrocket hearth\n\nrocket hearth\n%%\nbosom peril",
        "%%rocket hearth\n\nrocket hearth\n%%\nbosom peril",
        "In 2021 %%rocket hearth%% bosom peril",
        "> [!rocket-hearth] bosom peril\n> bosom peril",
        "> > [!tip|rocket-hearth]- bosom peril",
        "::: rocket-hearth\nbosom peril\n:::",
        ":::{.rocket-hearth title='rocket hearth'}\nbosom peril\n:::",
        ":::rocket-hearth[bosom peril]\n:::",
        "> ::: {rocket hearth}\n> bosom peril",
        "*[rocket hearth]: bosom peril",
    ],
)
def test_only_what_is_shown_is_judged(source: str) -> None:
    left = judged(source)
    assert left.count(WORDS) == source.count(WORDS)
    assert "rocket" not in left


@pytest.mark.parametrize(
    "source",
    [
        "5 %% and bosom peril of 7 %% and more",
        "5\u00a0%% and bosom peril of 7 %%.",
        "\\%% bosom peril %% of it",
        "%% one\nbosom peril\n%% two",
        "20%% of bosom peril and 30%% of it",
        "{% highlight python %} bosom peril",
        "::: bosom peril :::",
        "A bosom peril ::: [!note] of it",
        "He [!] bosom peril",
        "{{< gist x >}} bosom peril {{< gist y >}}",
        "{{< code a.go >}} bosom peril {{< code >}}rocket hearth{{< /code >}}",
    ],
)
def test_prose_beside_such_signs_is_judged(source: str) -> None:
    assert WORDS in judged(source)


@pytest.mark.parametrize(
    "piece",
    [
        "%%\n",
        "%% a",
        "%%a\n",
        "%% ",
        "% %",
        "{% raw %}",
        "{% highlight a %}",
        "{{< code >}}",
        ":::a",
        "> [!",
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    spans = unjudged(piece * 20_000)
    assert all(0 <= span.start < span.end <= 20_000 * len(piece) for span in spans)
