"""Why a printed total or count disagrees with the grants: the search, apart from what it is asked by. Pure."""
