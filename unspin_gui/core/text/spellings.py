"""British and American spellings of one word, which are no evidence of spinning.

The language model was trained on American news: it knows few British spellings, so a British text
would seem full of strange words, each with its American spelling as the likeliest original.
"""

from collections.abc import Mapping

_FEW = 2
"""Different words of one side that a text needs to count as British or American."""


class Spellings:
    """Pairs of spellings of one word, `american` from British to American."""

    def __init__(self, american: Mapping[str, str]) -> None:
        self.american = dict(american)
        self.british: dict[str, str] = {}
        for british, own in american.items():
            self.british.setdefault(own, british)
        self._respelt: dict[tuple[bool, bool], Mapping[int, str]] = {}

    def twins(self, words: Mapping[str, int]) -> dict[int, int]:
        """Map each word of a vocabulary that has both spellings to the other, as word numbers."""
        pairs = [
            (words[british], words[american])
            for british, american in self.american.items()
            if british in words and american in words
        ]
        return dict(pairs) | {american: british for british, american in pairs}

    def names(self, counts: Mapping[str, int], names: Mapping[int, str]) -> Mapping[int, str]:
        """Return the words of a vocabulary as a text spells them whose words are `counts`.

        They stay as they are if the text shows no preference. British texts that write "-ize" keep
        it.
        """
        british = counts.keys() & self.american.keys()
        american = counts.keys() & self.british.keys()
        one = [word for word in american if not _is_ize(word)]
        if len(british) >= _FEW and len(british) > len(one):
            ize = len(american) - len(one)
            return self._spelt(names, is_british=True, ise=ize <= _with_ise(british))
        if len(american) >= _FEW and len(american) > len(british):
            return self._spelt(names, is_british=False, ise=True)
        return names

    def _spelt(self, names: Mapping[int, str], *, is_british: bool, ise: bool) -> Mapping[int, str]:
        """The words of the vocabulary in use, cached for each spelling."""
        if (is_british, ise) not in self._respelt:
            table = self.british if is_british else self.american
            if not ise:
                table = {name: other for name, other in table.items() if not _is_ize(name)}
            self._respelt[is_british, ise] = _Respelt(names, table)
        return self._respelt[is_british, ise]


class _Respelt(dict[int, str]):
    """The words of a vocabulary in their other spelling where `other` has one.

    It caches the words that were looked up.
    """

    def __init__(self, names: Mapping[int, str], other: Mapping[str, str]) -> None:
        super().__init__()
        self._names, self._other = names, other

    def __missing__(self, number: int) -> str:
        name = self._names[number]
        self[number] = name = self._other.get(name, name)
        return name


def _is_ize(word: str) -> bool:
    return "iz" in word or "yz" in word


def _with_ise(words: set[str]) -> int:
    return sum("is" in word or "ys" in word for word in words)


ONE_SPELLING = Spellings({})
"""For languages, or tests, whose words have a single spelling."""
