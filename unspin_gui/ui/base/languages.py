"""The language of the window: English, or any language with a translation."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from unspin_gui.paths import resources

_NAME = "translation"


def languages() -> dict[str, str]:
    """The available languages by code, each with its own name."""
    codes = sorted({"en", *(path.stem for path in _folder().glob("*.qm"))})
    return {code: QLocale(code).nativeLanguageName().split(" ")[-1].title() for code in codes}


def spoken() -> str:
    """The code of the language in use."""
    application = QCoreApplication.instance()
    translator = application.findChild(QTranslator, _NAME) if application else None
    return translator.language()[:2] if translator else "en"


def speak(wanted: str) -> None:
    """Use a language for everything created from now on; "": the system's, if available."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)  # so that it is not found again
        old.deleteLater()
    code = wanted or _of_the_system()
    if code == "en" or code not in languages():
        return
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", own), (code, str(_folder()))):
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _folder() -> Path:
    return resources() / "translations"


def _of_the_system() -> str:
    return next(iter(QLocale.system().uiLanguages()), "en").split("-")[0]
