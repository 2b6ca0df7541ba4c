"""The language of the window: English, or any language with a translation.

English has a file as well, for the plural forms.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from unspin_gui.paths import resources

_NAME = "translation"
_ENGLISH = "en"


def languages() -> dict[str, str]:
    """The available languages by code, each with its own name."""
    codes = sorted({_ENGLISH, *(path.stem for path in _folder().glob("*.qm"))})
    return {code: QLocale(code).nativeLanguageName().split(" ")[-1].title() for code in codes}


def spoken() -> str:
    """The code of the language in use."""
    application = QCoreApplication.instance()
    found = application.findChildren(QTranslator, _NAME) if application else []
    return found[-1].language()[:2] if found else _ENGLISH


def speak(wanted: str) -> None:
    """Use a language for everything created from now on; "": the system's, if available.

    Numbers and dates follow it, in the format of the user's country if the language is spoken
    there.
    """
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)  # so that Qt does not find it again
        old.deleteLater()
    code = wanted or _of_the_system()
    code = code if code in languages() else _ENGLISH
    system = QLocale.system()
    QLocale.setDefault(system if system.name().startswith(f"{code}_") else QLocale(code))
    files = [(_ENGLISH, _folder())]
    if code != _ENGLISH:
        files += [(f"qtbase_{code}", _folder_of_qt()), (code, _folder())]
    for name, folder in files:
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        if translator.load(name, str(folder)):
            application.installTranslator(translator)


def _folder() -> Path:
    return resources() / "translations"


def _folder_of_qt() -> Path:
    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - English starts without it

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _of_the_system() -> str:
    return next(iter(QLocale.system().uiLanguages()), _ENGLISH).split("-")[0]
