#include "kiosk/stick/leaflet.h"

namespace kiosk::stick {

constinit const std::string_view leaflet =
    "NEDERLANDS\r\n"
    "\r\n"
    "In deze map staan antwoorden van bezoekers van een feedbackzuil. Niemand kan eruit opmaken wie wat\r\n"
    "heeft geantwoord.\r\n"
    "\r\n"
    "  antwoorden.csv    een rij per antwoord; dubbelklik om te openen in een rekenprogramma\r\n"
    "  codeboek.csv      alle vragen en keuzes, in alle talen\r\n"
    "  batches           dezelfde antwoorden, verzegeld en ondertekend door de zuil; hieruit is al het "
    "andere\r\n"
    "                    opnieuw te maken\r\n"
    "\r\n"
    "Wie een thema koos en ook zelf iets schreef, staat er met twee losse rijen in.\r\n"
    "De laatste regel van elk bestand zegt hoeveel antwoorden het heeft en of het heel is; kijk het na "
    "met:\r\n"
    "kiosk verify MAP. Bewerk een kopie en bewaar het origineel.\r\n"
    "\r\n"
    "ENGLISH\r\n"
    "\r\n"
    "This folder holds answers that visitors gave at a feedback station. Nobody can tell from them who\r\n"
    "answered what.\r\n"
    "\r\n"
    "  antwoorden.csv    one row per answer; double-click to open it in a spreadsheet\r\n"
    "  codeboek.csv      all questions and options, in all languages\r\n"
    "  batches           the same answers, sealed and signed by the station; all else can be made from "
    "these\r\n"
    "\r\n"
    "Whoever chose a theme and wrote words as well has two separate rows.\r\n"
    "The last line of each file tells how many answers it holds and whether it is whole; check it with:\r\n"
    "kiosk verify FOLDER. Edit a copy and keep the original.\r\n";

}  // namespace kiosk::stick
