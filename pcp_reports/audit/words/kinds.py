"""What bodies that get grants are called: many of them at once (“six groups”), and one (“the village hall”)."""

from __future__ import annotations

from pcp_reports.printed.patterns import word_set

_MANY = word_set(
    "agencies associations beneficiaries bodies causes centres chapels charities choirs churches clubs companies councils enterprises"
    " groups halls hospices hubs initiatives libraries museums organisations organizations partners partnerships projects"
    " providers recipients schemes schools services societies teams trusts"
)
MANY = "|".join(sorted(_MANY))
"""Alternatives of a pattern: those that a grant is given to, told of as many and not by name."""
MANY_OR_GIFTS = f"{MANY}|grants|awards|donations"
COUNTED = _MANY | word_set("grants awards donations gifts winners buildings venues pubs shops")
"""What a number of lines may be one of: of bodies, of grants, of the buildings that bodies are named by.

Not of places: “six communities are to benefit” may be where a few of the grants go.
"""

NO_GRANTS = word_set(
    "complaints compliments incidents crimes offences arrests visits meetings hearings surgeries events questions letters emails calls enquiries inquiries"
    " queries petitions comments responses replies objections decisions reports reviews surveys consultations inspections audits appointments vacancies"
    " officers constables members volunteers staff people residents councillors priorities recommendations policies contracts tenders invoices"
)
"""Things of which a paper gives numbers beside its grants, and that nobody means by the lines of a list."""

ONE = word_set(
    "academy allotment allotments amenity arts association band bank branch brigade brownies cafe café cathedral centre chapel charity"
    " choir choirs church circle cic cio clinic club college committee community company cooperative co-operative council crew cubs farm fair"
    " federation festival field foodbank forum foundation friends fund garden gardens group guides gym hall halls hospice hospital hostel hub"
    " initiative institute kitchen league library market minibus mosque museum network nursery orchestra organisation organization pantry parish park"
    " partnership pavilion players playgroup playgroups pre-school programme project quarter railway refuge sanctuary scheme school schools"
    " scouts service services shed shelter shop society squad squadron surgery team temple theatre trail trust union unit university village volunteers watch wing"
    " workshop"
)
"""The word that ends what one body is called, in small letters."""
ONE_OF_THEM = "|".join(sorted(ONE, key=len, reverse=True))
"""The same as alternatives of a pattern."""
