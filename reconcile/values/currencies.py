"""Money: the words, symbols and ISO 4217 codes of currencies."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.values.codes import CODES, NO_CURRENCY
from reconcile.values.wordlist import one_of

_SYMBOLS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "AU$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL", "$": "USD", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "₨": "INR", "₩": "KRW", "₦": "NGN", "₪": "ILS", "₱": "PHP", "₴": "UAH", "₺": "TRY",
    "₽": "RUB", "₫": "VND", "฿": "THB", "₡": "CRC", "₵": "GHS", "₸": "KZT", "₾": "GEL", "zł": "PLN",
    "Rs.": "INR", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "Sh": "KES", "Ksh": "KES", "KSh": "KES", "Tk": "BDT",
    "RMB": "CNY", "NIS": "ILS", "Fr.": "CHF", "kr": NO_CURRENCY,
    "NKr": "NOK", "SKr": "SEK", "DKr": "DKK", "Kč": "CZK", "Bs.": "BOB", "S/": "PEN", "J$": "JMD", "TT$": "TTD",
}  # fmt: skip

_MONEY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "indian rupee": "INR", "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "nepali rupee": "NPR",
    "ruble": "RUB", "rouble": "RUB", "rand": "ZAR", "swiss franc": "CHF", "lira": "TRY", "turkish lira": "TRY",
    "shekel": "ILS", "naira": "NGN", "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "real": "BRL", "reais": "BRL", "taka": "BDT", "cedi": "GHS",
    "birr": "ETB", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "hong kong dollar": "HKD", "hk dollar": "HKD",
    "singapore dollar": "SGD", "taiwan dollar": "TWD", "kenyan shilling": "KES", "ugandan shilling": "UGX",
    "tanzanian shilling": "TZS", "swedish krona": "SEK", "swedish kronor": "SEK", "norwegian krone": "NOK",
    "norwegian kroner": "NOK", "danish krone": "DKK", "danish kroner": "DKK", "czech koruna": "CZK",
    "mexican peso": "MXN", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "philippine peso": "PHP", "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP",
    "sudanese pound": "SDG", "south korean won": "KRW", "korean won": "KRW", "chinese yuan": "CNY",
    "japanese yen": "JPY", "saudi riyal": "SAR", "qatari riyal": "QAR", "iraqi dinar": "IQD", "kuwaiti dinar": "KWD",
    "croatian kuna": "HRK", "kuna": "HRK", "bulgarian lev": "BGN", "lev": "BGN", "leva": "BGN", "romanian leu": "RON",
    "lei": "RON", "serbian dinar": "RSD", "albanian lek": "ALL", "icelandic krona": "ISK", "czech crown": "CZK",
    "koruna": "CZK", "swedish crown": "SEK", "norwegian crown": "NOK", "danish crown": "DKK", "tenge": "KZT",
    "georgian lari": "GEL", "lari": "GEL", "armenian dram": "AMD", "azerbaijani manat": "AZN",
    "belarusian ruble": "BYN", "russian ruble": "RUB", "russian rouble": "RUB", "moldovan leu": "MDL",
    "uzbek som": "UZS", "kyrgyz som": "KGS",
    "tugrik": "MNT", "kyat": "MMK", "riel": "KHR", "kip": "LAK", "bangladeshi taka": "BDT", "mauritian rupee": "MUR",
    "afghani": "AFN", "iranian rial": "IRR", "omani rial": "OMR", "yemeni rial": "YER", "uae dirham": "AED",
    "emirati dirham": "AED", "moroccan dirham": "MAD", "algerian dinar": "DZD", "tunisian dinar": "TND",
    "libyan dinar": "LYD", "jordanian dinar": "JOD", "bahraini dinar": "BHD", "thai baht": "THB",
    "vietnamese dong": "VND", "indonesian rupiah": "IDR", "malaysian ringgit": "MYR", "new taiwan dollar": "TWD",
    "fijian dollar": "FJD", "fiji dollar": "FJD", "jamaican dollar": "JMD", "zimbabwe dollar": "ZWL",
    "zimbabwean dollar": "ZWL", "brunei dollar": "BND", "namibian dollar": "NAD", "uruguayan peso": "UYU",
    "cuban peso": "CUP", "dominican peso": "DOP", "brazilian real": "BRL", "brazilian reais": "BRL",
    "peruvian sol": "PEN", "soles": "PEN", "boliviano": "BOB", "bolivar": "VES", "quetzal": "GTQ", "lempira": "HNL",
    "guarani": "PYG", "gourde": "HTG", "south african rand": "ZAR", "nigerian naira": "NGN", "ghanaian cedi": "GHS",
    "ethiopian birr": "ETB", "zambian kwacha": "ZMW", "kwacha": "MWK", "pula": "BWP", "metical": "MZN",
    "meticais": "MZN", "angolan kwanza": "AOA", "kwanza": "AOA", "rwandan franc": "RWF", "congolese franc": "CDF",
    "cfa franc": "XOF", "dalasi": "GMD", "ariary": "MGA", "israeli shekel": "ILS", "new israeli shekel": "ILS",
    "ukrainian hryvnia": "UAH", "hryvnias": "UAH", "polish zloty": "PLN", "hungarian forint": "HUF",
    "somali shilling": "SOS", "south sudanese pound": "SSP", "turkish lire": "TRY",
    "dirham": NO_CURRENCY, "riyal": NO_CURRENCY, "rial": NO_CURRENCY, "dinar": NO_CURRENCY, "peso": NO_CURRENCY,
    "franc": NO_CURRENCY, "crown": NO_CURRENCY, "kronor": NO_CURRENCY, "kroner": NO_CURRENCY, "krona": NO_CURRENCY,
    "krone": NO_CURRENCY, "shilling": NO_CURRENCY, "won": "KRW",
}  # fmt: skip
_CHANGE_WORDS = {"cent": "USD", "us cent": "USD", "euro cent": "EUR", "eurocent": "EUR", "penny": "GBP", "pence": "GBP",
                 "sen": "MYR", "australian cent": "AUD", "canadian cent": "CAD"}  # fmt: skip


_COLLOQUIAL = {
    "pounds sterling": ("GBP", Decimal(1)), "bucks": ("USD", Decimal(1)), "quid": ("GBP", Decimal(1)),
    "grand": (NO_CURRENCY, Decimal(1000)),
}  # fmt: skip


def _money_spellings() -> dict[str, tuple[str, Decimal]]:
    table = dict(_COLLOQUIAL)
    for currencies, times in ((_MONEY_WORDS, Decimal(1)), (_CHANGE_WORDS, Decimal("0.01"))):
        for word, code in currencies.items():
            table |= {word: (code, times), word + "s": (code, times)}
    return table


MONEY_SPELLINGS: dict[str, tuple[str, Decimal]] = _money_spellings()
"""Every word for a currency in lower case → ISO 4217 code and factor (a cent is a hundredth)."""

MONEY_AFTER = re.compile(
    rf"[\s-]?(?:(?P<word>{one_of(list(MONEY_SPELLINGS))})(?!\w)|(?P<symbol>€|£|₹|zł|Kč|₽|₴|₺|₪)|(?P<pence>(?<=\d)(?:(?-i:p)\b|¢))|(?P<code>(?-i:[A-Z]{{3}}))\b)",
    re.IGNORECASE,
)
"""A currency straight after a number."""

NAMED_AFTER = re.compile(
    r"\s\(?(?P<name>U\.S\.|US\b|Canadian\b|Australian\b|Cdn\b|Aus\b|AUD\b|CAD\b|USD\b|NZ\b|HK\b)\)?"
)
"""Which dollar it is, said behind the sum: "$20 Canadian"."""
DOLLARS = {"U.S.": "USD", "US": "USD", "USD": "USD", "Canadian": "CAD", "Cdn": "CAD", "CAD": "CAD", "Australian": "AUD",
           "Aus": "AUD", "AUD": "AUD", "NZ": "NZD", "HK": "HKD"}  # fmt: skip

MONEY_BEFORE = re.compile(
    rf"(?:(?<![\w$])(?P<code>[A-Z]{{3}})\s?|(?<![\w$])(?P<symbol>{one_of([*_SYMBOLS])})\s?|(?P<spaced>(?<!\w)(?:US|HK|NZ|NT|AU|CA|A|C|S|R)\s\$)|(?P<sign>[$£€¥₹])\s?)(?P<minus>[-−](?=\Z))?\Z"
)
"""A currency straight before a number, to be searched in the few characters before it."""


def currency(symbol: str) -> str | None:
    """The ISO 4217 code of a currency symbol or code, None if it is neither.

    >>> currency("€"), currency("USD"), currency("ABC")
    ('EUR', 'USD', None)
    """
    symbol = re.sub(r"\s", "", symbol)
    return _SYMBOLS.get(symbol) or (symbol if symbol in CODES else None)
