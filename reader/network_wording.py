"""The sentences of what cannot be fetched from the web, and of feeds."""

from reader import errors
from reader.errors import ReaderError
from reader.i18n import mark

# What happened, why, and what to do. The names in braces are the error's facts.
NETWORK: dict[type[ReaderError], str] = {
    errors.NetworkError: mark("“{address}” could not be fetched. Try again later."),
    errors.MalformedAddressError: mark(
        "“{address}” is no address of the web. Check it; it should begin with https://."
    ),
    errors.SchemeError: mark(
        "“{address}” begins with “{scheme}:”, which is not opened. Only addresses that begin with "
        "https:// or http:// can be."
    ),
    errors.RedirectError: mark(
        "“{address}” leads on to “{target}”, which is no address that may be opened. Look for the "
        "page’s new address on its site."
    ),
    errors.RedirectsError: mark(
        "“{address}” led on {count} times and to no page: the site leads in a circle. Look for "
        "another address of the page."
    ),
    errors.HostError: mark("The computer “{host}” cannot be asked. Check the address."),
    errors.PrivateAddressError: mark(
        "The computer “{host}” is in your own network, which is never asked unless you allow it. "
        "Allow it only if you know this computer and gave the address yourself."
    ),
    errors.UnknownHostError: mark(
        "No site with the name “{host}” was found. Check the address, and whether this computer "
        "is connected to the internet."
    ),
    errors.UnreachableError: mark(
        "The site “{host}” does not answer ({reason}). Check the connection to the internet, or "
        "try again later."
    ),
    errors.ProxyServerError: mark(
        "The proxy server “{host}” did not let the request through ({reason}). Check the proxy in "
        "the settings of the system, or ask your administrator."
    ),
    errors.SecureConnectionError: mark(
        "No secure connection can be made with “{host}” ({reason}), so nothing was fetched. Try "
        "again later; if others cannot open it either, the site has a fault."
    ),
    errors.CertificateError: mark(
        "The site “{host}” does not prove that it is itself ({reason}), so nothing was fetched. "
        "Check the address and the date of this computer; somebody may be between you and the site."
    ),
    errors.SlowAnswerError: mark(
        "“{address}” did not answer within {seconds:.0f} seconds and was given up. Try again later."
    ),
    errors.BrokenAnswerError: mark(
        "The answer of “{address}” came broken or cut off ({reason}), so nothing of it was kept. "
        "Try again later."
    ),
    errors.HugeAnswerError: mark(
        "What lies at “{address}” is too large: it goes beyond the limit of {megabytes} MB. Save "
        "it with a browser and open the file."
    ),
    errors.UnknownOriginalError: mark(
        "It is not known where this article stands in its original language. Give the address "
        "of that page."
    ),
    errors.NotTheOriginalError: mark(
        "At “{address}” there is no text in another language than the article’s own. Look for the "
        "original on the site and give its address."
    ),
    errors.StatusError: mark(
        "The site gave no page at “{address}” (answer {status}). Open the address in a browser to "
        "see why."
    ),
    errors.ForbiddenError: mark(
        "The site does not show “{address}” to this program (answer {status}). Open it in a "
        "browser, save the page and open the file."
    ),
    errors.NotFoundError: mark(
        "The site has no page at “{address}”. Check the address, or look for the page on the site."
    ),
    errors.GoneError: mark(
        "The site has taken “{address}” away for good. Look for what you need on the site itself."
    ),
    errors.ServerFailedError: mark(
        "The site of “{address}” has a fault of its own (answer {status}). Try again later."
    ),
    errors.BusyHostError: mark(
        "The site of “{address}” is busy and wants to be left alone for {seconds:.0f} seconds. "
        "Try again after that."
    ),
    errors.FeedError: mark("The feed “{where}” cannot be used. Try again later."),
    errors.NotAFeedError: mark(
        "“{where}” is no feed. Look on the site for a link called “RSS”, or choose a feed from the "
        "catalogue."
    ),
    errors.UnsafeFeedError: mark(
        "The feed “{where}” is written so that reading it would open other files or fill the "
        "memory, so it was refused. Tell its site, and do not use it."
    ),
    errors.KnownFeedError: mark("The feed “{where}” is among yours already."),
    errors.UnknownFeedError: mark(
        "There is no feed with the number {identifier}. The command “chetivo feeds list” names "
        "those there are."
    ),
    errors.UnknownRuleError: mark(
        "There is no rule with the number {identifier}. The command “chetivo feeds rules” names "
        "those there are."
    ),
    errors.NoFeedListError: mark(
        "“{where}” is no list of feeds (OPML). Choose a file that another program has saved as one."
    ),
}
