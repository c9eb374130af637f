"""The sentences of what cannot be fetched from the web."""

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
}
