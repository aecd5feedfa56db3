"""What a page of the web leaves among the lines of an article when it is copied: adverts, buttons, credits of pictures.

None of it is a heading or ends a list. A line is clutter only where it says nothing else, and gives no sum.
"""

from __future__ import annotations

import re

_LONGEST = 160
_ADVERT = (
    r"advert(?:isement|isements|ising|orial)?s?(?: feature)?|sponsored(?: (?:content|by .*))?|promoted (?:stories|content)|(?:hide|close|skip|remove|report)(?: this)? ads?"
    r"|(?:skip past|after) newsletter promotion|(?:article|story|content|page|list) continues (?:below|after .*)|continue reading(?: below)?|scroll (?:down )?(?:to|for) (?:continue|more).*"
)
_LETTERS = r"sign up(?: (?:to|for|now|here|today|and get)\b.*)?|subscribe(?: (?:to|now|here|today|for)\b.*)?|(?:thank you|thanks) for (?:signing up|subscribing)|get (?:the|our|all the) latest .*\binbox|enter your e-?mail.*"
_PICTURE = r"(?:image|photo|picture|photograph|pic|video)s?(?: (?:source|credit|caption|courtesy|copyright|by))? ?[:,] ?.*|(?:image|photo|picture) (?:source|credit|caption)|(?:pictured|credit|caption|watch|listen) ?: ?.*|(?:image|photo|picture|photograph)s? by .*|getty images?|©.*"
_BUTTON = (
    r"share(?: (?:this|on|via|with)\b.*)?|copy(?: this)? link|tweet(?: this)?|facebook|twitter|linkedin|whatsapp|e-?mail(?: this)?|print(?: this page)?|(?:\d+ )?comments?(?: ?\(\d+\))?|(?:leave|post|add) a comment|save this|follow us\b.*|like us\b.*"
    r"|(?:view|show|see|load) (?:more|comments|gallery|image(?:s)?|\d+ more)|(?:open|enlarge) image(?: in gallery)?|back to top|skip to (?:main )?content|play video|(?:accept|manage) (?:all )?cookies"
)
_OTHERS = (
    r"(?:read|see|more|watch|find out) (?:more|also|next|on this|this) ?: ?.*|read (?:more|next|also)|see also ?:.*|(?:related|recommended|similar) (?:articles?|stories|content|topics|news|posts|links|reading|for you)(?: ?:.*)?"
    r"|more (?:on this story|like this|stories|news)|(?:most|today['’]s most) (?:read|popular|viewed)|trending(?: now)?|you (?:may|might) also like|top stories"
)
_CLUTTER = re.compile(rf"(?i)(?:{_ADVERT}|{_LETTERS}|{_PICTURE}|{_BUTTON}|{_OTHERS})")
_ABOUT = " \t-–—•*.!…>»[]()|"


def is_clutter(text: str) -> bool:
    """Return whether a line is what a web page shows beside its words: “Advertisement”, “Hide Ad”, “Image source, Getty Images”."""
    return (
        len(text) <= _LONGEST
        and "£" not in text
        and _CLUTTER.fullmatch(" ".join(text.strip(_ABOUT).split())) is not None
    )
