"""Whether "he" or "she" may mean somebody: by title, by role, by a common given name.

The lists hold frequent given names of one gender only; a name in neither list fits both pronouns.
"""

from __future__ import annotations

from collections.abc import Iterable

_FEMALE_WORDS = frozenset(
    """
        mrs ms miss sister mother spokeswoman lady dame councilwoman policewoman wife widow daughter woman girl
        congresswoman chairwoman queen princess nun matron midwife grandmother aunt niece businesswoman landlady
    """.split()
)
_MALE_WORDS = frozenset(
    """
        mr brother father spokesman sir lord policeman husband son fisherman man boy congressman chairman king prince
        monk imam grandfather uncle nephew businessman landlord priest abbot bishop councilman
    """.split()
)
_FEMALE = frozenset(
    """
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
        ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
        kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine christine debra rachel carolyn
        janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan
        evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne annie sara madison kathryn
        janice alice julia judy sophia sophie grace denise amber doris marilyn danielle beverly isabella theresa diana
        natalie brittany charlotte marie kayla alexis lori rosa ines elena elsa eva ana lucia fatima aisha leila layla
        yasmin mariam zainab amina olga irina natalia svetlana tatiana ingrid astrid greta hanna johanna birgit ursula
        heike claudia monika katarzyna agnieszka zofia francesca giulia chiara carmen pilar dolores mercedes
        beatriz camila valentina gabriela priya sunita anjali lakshmi mei yuki keiko fiona siobhan moira nadia nadja
        vera hilary alicia tammy tina wendy tracy jane jean rose lillian edith
        edna hedda hedy ilse ida clara
    """.split()
)
_MALE = frozenset(
    """
        james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark
        donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey jeff ryan
        jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick
        frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan
        jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse
        bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby
        russell bradley philip phillip eugene jim mike bob bill tom steve dave dan ken ron greg chris matt ben sam tim
        ahmed mohammed muhammad mohamed ali hassan hussein omar khalid ibrahim yusuf mustafa karl klaus hans jurgen
        wolfgang stefan dieter uwe lars nils olof sven bjorn erik ole jens henk piet pieter jan marek piotr pavel
        ivan sergei vladimir dmitry boris igor mikhail nikolai luigi giovanni marco paolo antonio carlos luis miguel
        pedro jorge javier fernando diego rafael pablo manuel rajesh sanjay vijay amit ravi hiroshi takashi kenji wei
        ted bernard hugh ian nigel graham trevor alistair alfred fred freddie otto rudi emil anton josef
    """.split()
)


def fits(pronoun: str, words: Iterable[str]) -> bool:
    """Whether "he" or "she" (or "mr", "ms" and the like) may mean who is called by these words in lower case.

    >>> fits("he", ["mayor", "anna", "holt"]), fits("she", ["doctor", "lind"])
    (False, True)
    """
    told = list(words)
    female = any(word in _FEMALE_WORDS for word in told)
    male = any(word in _MALE_WORDS for word in told)
    if not female and not male:
        female = any(word in _FEMALE for word in told[:-1])
        male = any(word in _MALE for word in told[:-1])
    if female == male:
        return True
    return female if pronoun == "she" else male


def pronoun_of(words: Iterable[str]) -> str | None:
    """ "she" for "Ms Holt", "he" for "Mr Holt", None where the words tell no gender."""
    told = set(words)
    female, male = bool(told & _FEMALE_WORDS), bool(told & _MALE_WORDS)
    return None if female == male else ("she" if female else "he")
