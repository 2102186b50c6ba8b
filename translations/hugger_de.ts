<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>JobWords</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a transfer is: &quot;59.6 of 141 GB&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Waits for the network; goes on by itself</source>
        <translation>Wartet auf das Netzwerk; geht von selbst weiter</translation>
    </message>
    <message>
        <source>The Hub asks for a pause: %1 left</source>
        <translation>Der Hub bittet um eine Pause: noch %1</translation>
    </message>
    <message>
        <source>The Hub asks for a pause; goes on by itself</source>
        <translation>Der Hub bittet um eine Pause; geht von selbst weiter</translation>
    </message>
    <message>
        <source>The disk is full: goes on when there is space again</source>
        <translation>Der Datenträger ist voll: geht weiter, wenn wieder Platz ist</translation>
    </message>
    <message>
        <source>Needs a token of the Hub</source>
        <translation>Braucht ein Token des Hubs</translation>
    </message>
    <message>
        <source>Waits for the hours set for fetching</source>
        <translation>Wartet auf die eingestellten Download-Zeiten</translation>
    </message>
    <message>
        <source>The drive of its store is not there: goes on when it is plugged in</source>
        <translation>Das Laufwerk des Speichers fehlt: geht weiter, wenn es angeschlossen ist</translation>
    </message>
    <message>
        <source>verified %1 ago</source>
        <translation>geprüft vor %1</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>done %1 ago</source>
        <translation>fertig vor %1</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>fertig %1</translation>
    </message>
    <message>
        <source>cancelled %1 ago</source>
        <translation>abgebrochen vor %1</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>abgebrochen %1</translation>
    </message>
    <message>
        <source>It failed, and nothing says why.</source>
        <translation>Fehlgeschlagen, ohne Angabe eines Grundes.</translation>
    </message>
    <message>
        <source>Verifying waits for its turn</source>
        <translation>Prüfung wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Verifying: reading the record</source>
        <translation>Prüfung: Eintrag wird gelesen</translation>
    </message>
    <message>
        <source>Asking the Hub for the files</source>
        <translation>Dateiliste wird vom Hub abgefragt</translation>
    </message>
    <message>
        <source>Putting it into the store</source>
        <translation>Wird in den Speicher übernommen</translation>
    </message>
    <message numerus="yes">
        <source>Verifying %1 of %Ln files</source>
        <translation>
            <numerusform>Prüfung: %1 von %Ln Datei</numerusform>
            <numerusform>Prüfung: %1 von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files</source>
        <translation>
            <numerusform>%1 von %Ln Datei</numerusform>
            <numerusform>%1 von %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A repo, and what is the matter with its transfer.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>verified just now</source>
        <translation>gerade geprüft</translation>
    </message>
    <message>
        <source>done just now</source>
        <translation>gerade fertig</translation>
    </message>
    <message>
        <source>cancelled just now</source>
        <translation>gerade abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>Export of %Ln snapshots</source>
        <translation>
            <numerusform>Export von %Ln Snapshot</numerusform>
            <numerusform>Export von %Ln Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>Export of %1</source>
        <extracomment>%1 a repo</extracomment>
        <translation>Export von %1</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <extracomment>%1 the name of a file or folder</extracomment>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Giving it its name</source>
        <translation>Bekommt seinen Namen</translation>
    </message>
    <message>
        <source>to %1</source>
        <extracomment>%1 the file or folder that is written</extracomment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 the folder in which what is read lies</extracomment>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>hugger</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter token…</source>
        <extracomment>Opens the settings where an access token of the Hub is entered.</extracomment>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Open its page</source>
        <extracomment>Opens the repo&apos;s page in the browser, where its terms can be accepted.</extracomment>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Choose another store…</source>
        <translation>Anderen Speicher wählen…</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>Netzwerkeinstellungen…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>Fetches again what is damaged or missing.</extracomment>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>partial, not proved</source>
        <extracomment>State of a snapshot of which only some files were chosen. %1 is a date: &quot;today&quot;, &quot;3 Nov 2026&quot;.</extracomment>
        <translation>Teil, ungeprüft</translation>
    </message>
    <message>
        <source>partial, verified %1</source>
        <translation>Teil, geprüft %1</translation>
    </message>
    <message>
        <source>not proved</source>
        <extracomment>State of a snapshot whose files were not read and compared with their hashes since they were stored.</extracomment>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>verified %1</source>
        <extracomment>State of a snapshot. %1 is a date: &quot;today&quot;, &quot;3 days ago&quot;, &quot;3 Nov 2026&quot;.</extracomment>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>newer</source>
        <extracomment>Upstream has commits that are not held.</extracomment>
        <translation>neuer</translation>
    </message>
    <message>
        <source>license changed</source>
        <translation>Lizenz geändert</translation>
    </message>
    <message>
        <source>gated</source>
        <extracomment>Upstream gives its files only to those whom its owner allows.</extracomment>
        <translation>Freigabe nötig</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>gone: last copy?</source>
        <extracomment>Upstream no longer exists: this may be the last copy.</extracomment>
        <translation>weg: letzte Kopie?</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>An exact size; %1 is a number in digits, as in &quot;4,431,385,152 bytes&quot;.</extracomment>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>A rate of transfer: %1 is a size, as in &quot;88.1 MB/s&quot;.</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds, short.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes, short.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes, short.</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Per cent: %1 is a number from 0 to 100.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A point in time: %1 is a date, %2 a time of day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>space</source>
        <extracomment>A Space of the Hub: a repo with a small web application.</extracomment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>Your copy is complete and was verified on %1.</source>
        <translation>Ihre Kopie ist vollständig; geprüft: %1.</translation>
    </message>
    <message>
        <source>Your copy is complete; it has not been verified.</source>
        <translation>Ihre Kopie ist vollständig; sie wurde noch nicht geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Your copy has %Ln of its files and was verified on %1.</source>
        <translation>
            <numerusform>Ihre Kopie hat %Ln der Dateien; geprüft: %1.</numerusform>
            <numerusform>Ihre Kopie hat %Ln der Dateien; geprüft: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your copy has %Ln of its files; it has not been verified.</source>
        <translation>
            <numerusform>Ihre Kopie hat %Ln der Dateien; sie wurde noch nicht geprüft.</numerusform>
            <numerusform>Ihre Kopie hat %Ln der Dateien; sie wurde noch nicht geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two whole sentences, one after the other</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are damaged or missing.</source>
        <translation>
            <numerusform>%Ln Datei ist beschädigt oder fehlt.</numerusform>
            <numerusform>%Ln Dateien sind beschädigt oder fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair asks the Hub for them again, but the Hub no longer shows this repo.</source>
        <translation>Reparieren lädt sie erneut vom Hub, doch der Hub zeigt dieses Repo nicht mehr.</translation>
    </message>
    <message>
        <source>Repair fetches them again; everything else stays as it is.</source>
        <translation>Reparieren lädt sie erneut herunter; alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3</source>
        <translation>%1 von %2 Dateien, %3</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3 of %4</source>
        <translation>%1 von %2 Dateien, %3 von %4</translation>
    </message>
    <message numerus="yes">
        <source>No: %Ln files are damaged or missing</source>
        <translation>
            <numerusform>Nein: %Ln Datei ist beschädigt oder fehlt</numerusform>
            <numerusform>Nein: %Ln Dateien sind beschädigt oder fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not since it was changed; Verify reads every file</source>
        <translation>Nicht seit der letzten Änderung; Prüfen liest jede Datei</translation>
    </message>
    <message>
        <source>%1, SHA-256, all files</source>
        <translation>%1, SHA-256, alle Dateien</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Not gated when captured</source>
        <translation>Bei der Erfassung nicht zugangsbeschränkt</translation>
    </message>
    <message>
        <source>Gated when captured: terms had to be accepted</source>
        <translation>Bei der Erfassung zugangsbeschränkt: Bedingungen waren zu akzeptieren</translation>
    </message>
    <message>
        <source>Gated when captured: access was given by hand</source>
        <translation>Bei der Erfassung zugangsbeschränkt: Zugang wurde einzeln gewährt</translation>
    </message>
    <message>
        <source>The Hub says this repo no longer exists or is private.</source>
        <translation>Der Hub meldet, dass dieses Repo nicht mehr existiert oder privat ist.</translation>
    </message>
    <message>
        <source>The Hub has disabled this repo.</source>
        <translation>Der Hub hat dieses Repo gesperrt.</translation>
    </message>
    <message>
        <source>The license changed upstream. Your copy was captured under: %1.</source>
        <translation>Die Lizenz wurde auf dem Hub geändert. Ihre Kopie wurde erfasst unter: %1.</translation>
    </message>
    <message>
        <source>The Hub now asks for its terms to be accepted first.</source>
        <translation>Der Hub verlangt jetzt, zuerst die Bedingungen zu akzeptieren.</translation>
    </message>
    <message>
        <source>This repo has another name on the Hub now.</source>
        <translation>Dieses Repo heißt auf dem Hub jetzt anders.</translation>
    </message>
    <message>
        <source>There is a newer version upstream.</source>
        <translation>Auf dem Hub gibt es eine neuere Version.</translation>
    </message>
    <message>
        <source>AutoModel stands for the class that the card names, such as AutoModelForCausalLM.</source>
        <translation>AutoModel steht für die Klasse, die die Karte nennt, etwa AutoModelForCausalLM.</translation>
    </message>
    <message>
        <source>Any program that uses huggingface_hub finds the files this way.</source>
        <translation>Jedes Programm, das huggingface_hub nutzt, findet die Dateien so.</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Programs started from this shell use the archive, without the network.</source>
        <translation>Programme, die aus dieser Shell gestartet werden, nutzen das Archiv ohne Netzwerk.</translation>
    </message>
    <message>
        <source>Ollama copies the file into a place of its own.</source>
        <translation>Ollama kopiert die Datei an einen eigenen Ort.</translation>
    </message>
    <message>
        <source>Put the name of your image where IMAGE stands.</source>
        <translation>Ersetzen Sie IMAGE durch den Namen Ihres Images.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About hugger</source>
        <translation>Über hugger</translation>
    </message>
    <message>
        <source>hugger %1</source>
        <extracomment>%1 a version</extracomment>
        <translation>hugger %1</translation>
    </message>
    <message>
        <source>Archives models, datasets and spaces of the Hugging Face Hub, and proves that what is held is whole.

Free software under the GNU General Public License, version 3 or later. Made independently of Hugging Face.</source>
        <translation>Archiviert Modelle, Datensätze und Spaces des Hugging Face Hub und weist nach, dass das Archivierte unversehrt ist.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Unabhängig von Hugging Face entwickelt.</translation>
    </message>
    <message>
        <source>%1 files, %2; others are not held</source>
        <translation>%1 Dateien, %2; weitere sind nicht archiviert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files damaged</source>
        <translation>
            <numerusform>%Ln Datei beschädigt</numerusform>
            <numerusform>%Ln Dateien beschädigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is protected from removal.</source>
        <translation>Sie ist vor dem Entfernen geschützt.</translation>
    </message>
    <message>
        <source>without a token</source>
        <translation>ohne Token</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>%1 is an account of the Hub</extracomment>
        <translation>als %1</translation>
    </message>
    <message>
        <source>The answer had no text.</source>
        <translation>Die Antwort enthielt keinen Text.</translation>
    </message>
    <message>
        <source>Its text, %1, SHA-256 %2:</source>
        <extracomment>%1 a size in bytes, %2 a hash</extracomment>
        <translation>Ihr Text, %1, SHA-256 %2:</translation>
    </message>
    <message>
        <source>And more that is not shown.</source>
        <translation>Und weiteres, das nicht angezeigt wird.</translation>
    </message>
    <message>
        <source>Asked on %1, %2</source>
        <extracomment>Part of the proof of an event. %1 a date and time, %2 &quot;as alice&quot;, &quot;with a token&quot; or &quot;without a token&quot;</extracomment>
        <translation>Angefragt am %1, %2</translation>
    </message>
    <message>
        <source>The answer: %1</source>
        <extracomment>%1 a status of HTTP: &quot;404&quot;</extracomment>
        <translation>Die Antwort: %1</translation>
    </message>
    <message>
        <source>Its name is %1 now.</source>
        <translation>Es heißt jetzt %1.</translation>
    </message>
    <message>
        <source>This is about %1.</source>
        <extracomment>%1 the name of a branch or tag</extracomment>
        <translation>Es geht um %1.</translation>
    </message>
    <message>
        <source>The commit before: %1.</source>
        <extracomment>%1 a commit</extracomment>
        <translation>Der Commit davor: %1.</translation>
    </message>
    <message>
        <source>Files added: %1, changed: %2, removed: %3; to fetch: %4.</source>
        <extracomment>%1, %2, %3 numbers, %4 a size</extracomment>
        <translation>Dateien hinzugefügt: %1, geändert: %2, entfernt: %3; herunterzuladen: %4.</translation>
    </message>
    <message>
        <source>No exchange with the Hub belongs to this.</source>
        <translation>Hierzu gehört keine Anfrage an den Hub.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A license: %1 its id, %2 its name</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The license is stricter now, or nobody can tell: %1 became %2. What you hold was published under %1.</source>
        <translation>Die Lizenz ist jetzt strenger, oder es lässt sich nicht sagen: Aus %1 wurde %2. Ihre Kopie wurde unter %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>The license changed: %1 became %2. What you hold was published under %1.</source>
        <translation>Die Lizenz hat sich geändert: Aus %1 wurde %2. Ihre Kopie wurde unter %1 veröffentlicht.</translation>
    </message>
    <message>
        <source>The text of the license changed under the same name (%1): it may be stricter now. What you hold has the text it was published with.</source>
        <translation>Der Text der Lizenz hat sich unter demselben Namen (%1) geändert: Sie könnte jetzt strenger sein. Ihre Kopie enthält den Text, mit dem sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>What is said about the license changed; it is still %1.</source>
        <translation>Die Angaben zur Lizenz haben sich geändert; sie ist weiterhin %1.</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>nicht von selbst</translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>jede Stunde</numerusform>
            <numerusform>alle %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as the settings say</source>
        <extracomment>%1 is &quot;every 12 hours&quot; or &quot;not by itself&quot;</extracomment>
        <translation>%1, wie eingestellt</translation>
    </message>
    <message>
        <source>told, not fetched</source>
        <translation>werden gemeldet, nicht heruntergeladen</translation>
    </message>
    <message>
        <source>fetched by itself up to %1</source>
        <extracomment>What happens to updates; %1 is a size</extracomment>
        <translation>werden bis %1 von selbst heruntergeladen</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub has disabled the repo.</source>
        <translation>Dies könnte die letzte Kopie sein: Der Hub hat das Repo gesperrt.</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub now keeps the files behind a gate.</source>
        <translation>Dies könnte die letzte Kopie sein: Auf dem Hub sind die Dateien jetzt zugangsbeschränkt.</translation>
    </message>
    <message>
        <source>This may be the last copy under its license: the Hub now has it under a stricter one.</source>
        <translation>Dies könnte die letzte Kopie unter ihrer Lizenz sein: Auf dem Hub gilt jetzt eine strengere.</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub no longer has it.</source>
        <translation>Dies könnte die letzte Kopie sein: Auf dem Hub gibt es sie nicht mehr.</translation>
    </message>
    <message>
        <source>Upstream is checked once the Hub answers</source>
        <translation>Auf dem Hub wird nachgesehen, sobald er antwortet</translation>
    </message>
    <message>
        <source>Checking upstream: %1 of %2</source>
        <extracomment>%1 of %2 repos are checked</extracomment>
        <translation>Auf dem Hub wird nachgesehen: %1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <extracomment>A store and the space on its disk: &quot;Home, 212 GB free&quot;</extracomment>
        <translation>%1, %2 frei</translation>
    </message>
    <message>
        <source>%1, unplugged</source>
        <extracomment>A store whose disk is not there: &quot;Shelf disk 2, unplugged&quot;</extracomment>
        <translation>%1, nicht angeschlossen</translation>
    </message>
</context>
<context>
    <name>hugger::AddDialog</name>
    <message>
        <source>&amp;Back to results</source>
        <translation>&amp;Zurück zu den Ergebnissen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>Add to the archive</source>
        <translation>Zum Archiv hinzufügen</translation>
    </message>
    <message>
        <source>Link, id, or words to search the Hub</source>
        <translation>Link, ID oder Suchbegriffe für den Hub</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>St&amp;ore:</source>
        <translation>Spe&amp;icher:</translation>
    </message>
    <message>
        <source>What do you want to keep?</source>
        <translation>Was möchten Sie aufbewahren?</translation>
    </message>
    <message>
        <source>Paste a link to a model, a dataset or a space, type its id, or search the Hub.</source>
        <translation>Fügen Sie einen Link zu einem Modell, einem Datensatz oder einem Space ein, geben Sie eine ID ein oder durchsuchen Sie den Hub.</translation>
    </message>
    <message>
        <source>Asking the Hub</source>
        <translation>Hub wird abgefragt</translation>
    </message>
    <message>
        <source>Asking the Hub which files there are.</source>
        <translation>Dateiliste wird vom Hub abgefragt.</translation>
    </message>
    <message>
        <source>Working out what there is to fetch.</source>
        <translation>Es wird ermittelt, was herunterzuladen ist.</translation>
    </message>
    <message>
        <source>There is no %1 at this revision.</source>
        <translation>In dieser Revision gibt es %1 nicht.</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing to fetch: %1 are held already.</source>
        <translation>Nichts herunterzuladen: %1 sind schon archiviert.</translation>
    </message>
    <message>
        <source>To fetch: %1, %2.</source>
        <extracomment>%1 is a size, %2 is &quot;3 files&quot;</extracomment>
        <translation>Herunterzuladen: %1, %2.</translation>
    </message>
    <message>
        <source>%1 held already.</source>
        <translation>%1 schon archiviert.</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <extracomment>How much space is left on the disk of the store; %1 is a size</extracomment>
        <translation>Danach sind %1 frei.</translation>
    </message>
    <message>
        <source>This does not fit: %1 more are needed. Free some space, tick fewer files, or choose another store.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>Das passt nicht: Es fehlen %1. Geben Sie Platz frei, wählen Sie weniger Dateien oder einen anderen Speicher.</translation>
    </message>
</context>
<context>
    <name>hugger::AddStoreDialog</name>
    <message>
        <source>Add store</source>
        <translation>Speicher hinzufügen</translation>
    </message>
    <message>
        <source>for example Shelf disk 2</source>
        <translation>zum Beispiel Regalplatte 2</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>A new folder, an empty one, or a store that was made before.</source>
        <translation>Ein neuer Ordner, ein leerer oder ein früher angelegter Speicher.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Bezeichnung:</translation>
    </message>
    <message>
        <source>&amp;Add store</source>
        <translation>Speicher &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>Ordner des Speichers</translation>
    </message>
</context>
<context>
    <name>hugger::AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colo&amp;rs:</source>
        <translation>Fa&amp;rben:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Both apply at once.</source>
        <translation>Beides gilt sofort.</translation>
    </message>
</context>
<context>
    <name>hugger::CardPage</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>This snapshot has no card: no README.md is held.</source>
        <translation>Dieser Snapshot hat keine Karte: README.md ist nicht archiviert.</translation>
    </message>
    <message>
        <source>The card goes on; the rest is in README.md.</source>
        <translation>Die Karte geht noch weiter; der Rest steht in README.md.</translation>
    </message>
</context>
<context>
    <name>hugger::ChangesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Column: added, changed or removed</extracomment>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Size held</source>
        <extracomment>Column: the size of the file that is held</extracomment>
        <translation>Größe hier</translation>
    </message>
    <message>
        <source>Size now</source>
        <extracomment>Column: the size of the file upstream</extracomment>
        <translation>Größe jetzt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>hugger::ClientsModel</name>
    <message>
        <source>never</source>
        <extracomment>A browser that is connected but has not asked anything yet.</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the name of a browser, and the address of its extension.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>Since when a browser is connected.</extracomment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>hugger::CommitsModel</name>
    <message>
        <source>What the commit says</source>
        <extracomment>Column: the title of a commit</extracomment>
        <translation>Was der Commit sagt</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>hugger::ConnectionsPage</name>
    <message>
        <source>&amp;Let browsers and programs of this computer connect</source>
        <translation>&amp;Browser und Programme dieses Computers dürfen sich verbinden</translation>
    </message>
    <message>
        <source>Listen on another &amp;address, too:</source>
        <translation>Auch auf einer anderen &amp;Adresse lauschen:</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Connected browsers and programs</source>
        <translation>Verbundene Browser und Programme</translation>
    </message>
    <message>
        <source>Nothing is connected yet. Get the hugger extension for Chrome, Edge or Firefox, open it in the browser and press Connect: hugger asks you then, with a code that both show. From then on pages of the Hub show what you hold, and archive with one click.</source>
        <translation>Noch ist nichts verbunden. Holen Sie die hugger-Erweiterung für Chrome, Edge oder Firefox, öffnen Sie sie im Browser und drücken Sie Verbinden: Dann fragt hugger Sie, mit einem Code, den beide zeigen. Von da an zeigen Seiten des Hubs, was Sie archiviert haben, und archivieren mit einem Klick.</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen…</translation>
    </message>
    <message>
        <source>D&amp;isconnect</source>
        <translation>T&amp;rennen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Be&amp;halten</translation>
    </message>
    <message>
        <source>Enter the same port in the extension&apos;s options.</source>
        <translation>Geben Sie denselben Port in den Einstellungen der Erweiterung ein.</translation>
    </message>
    <message>
        <source>Address to listen on, too</source>
        <translation>Weitere Adresse, auf der gelauscht wird</translation>
    </message>
    <message>
        <source>Where hugger listens</source>
        <translation>Wo hugger lauscht</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>Programs of other computers can then use hugger, too, with a token that they were given on this one: only browsers and programs of this computer can ask to connect. What is sent is not encrypted: anybody on the way can read it, the token as well. Choose this only in a network you trust.</source>
        <translation>Programme anderer Computer können hugger dann auch benutzen, mit einem Token, das ihnen auf diesem gegeben wurde: Nur Browser und Programme dieses Computers können um Verbindung bitten. Was gesendet wird, ist nicht verschlüsselt: Jeder auf dem Weg kann es lesen, auch das Token. Wählen Sie das nur in einem Netz, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>Nobody can connect.</source>
        <translation>Niemand kann sich verbinden.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program; using %2.</source>
        <extracomment>%1 and %2 are numbers of ports.</extracomment>
        <translation>Port %1 ist von einem anderen Programm belegt; benutzt wird %2.</translation>
    </message>
    <message>
        <source>Listening on %1, port %2.</source>
        <extracomment>%1 is an address such as 127.0.0.1.</extracomment>
        <translation>Lauscht auf %1, Port %2.</translation>
    </message>
    <message>
        <source>Not listening yet.</source>
        <translation>Lauscht noch nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n was refused and must wait before it may ask again.</source>
        <extracomment>Browsers and programs that asked to connect and were denied.</extracomment>
        <translation>
            <numerusform>%n wurde abgelehnt und muss warten, bevor er wieder fragen darf.</numerusform>
            <numerusform>%n wurden abgelehnt und müssen warten, bevor sie wieder fragen dürfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it ask a&amp;gain</source>
        <translation>&amp;Wieder fragen lassen</translation>
    </message>
    <message>
        <source>Let them ask a&amp;gain</source>
        <translation>&amp;Wieder fragen lassen</translation>
    </message>
    <message>
        <source>Disconnect %1? To connect again it has to ask you.</source>
        <translation>%1 trennen? Für eine neue Verbindung muss Sie der Browser oder das Programm wieder fragen.</translation>
    </message>
</context>
<context>
    <name>hugger::DesktopAutostart</name>
    <message>
        <source>Starting on login could not be changed: the autostart folder cannot be written to.</source>
        <translation>Der Start bei der Anmeldung konnte nicht geändert werden: In den Autostart-Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>From inside Flatpak hugger cannot change what starts on login. Add it in the settings of your desktop.</source>
        <translation>Innerhalb von Flatpak kann hugger nicht ändern, was bei der Anmeldung startet. Fügen Sie es in den Einstellungen Ihres Desktops hinzu.</translation>
    </message>
</context>
<context>
    <name>hugger::DetailsPage</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
</context>
<context>
    <name>hugger::DetailsView</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a snapshot to see what it holds.</source>
        <translation>Wählen Sie einen Snapshot, um seinen Inhalt zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots, %1</source>
        <extracomment>several snapshots are chosen; %1 is their size</extracomment>
        <translation>
            <numerusform>%Ln Snapshot, %1</numerusform>
            <numerusform>%Ln Snapshots, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This snapshot cannot be shown</source>
        <translation>Dieser Snapshot kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>The store “%1” is not plugged in. What it holds stays listed; files and card can be seen when it is back.</source>
        <translation>Der Speicher „%1“ ist nicht angeschlossen. Sein Inhalt bleibt aufgelistet; Dateien und Karte sind zu sehen, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>hugger::EventListModel</name>
    <message>
        <source>Repository</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A repo, and what happened to it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hugger::EventPane</name>
    <message>
        <source>%1 · commit %2</source>
        <translation>%1 · Commit %2</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Show repo</source>
        <translation>Repo anzeigen</translation>
    </message>
    <message>
        <source>Preview update…</source>
        <translation>Aktualisierung ansehen…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>About this event</source>
        <translation>Zu diesem Ereignis</translation>
    </message>
</context>
<context>
    <name>hugger::EventsModel</name>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>Schaden gefunden</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>New commit upstream</source>
        <translation>Neuer Commit auf dem Hub</translation>
    </message>
    <message>
        <source>Branch or tag moved upstream</source>
        <translation>Branch oder Tag auf dem Hub verschoben</translation>
    </message>
    <message>
        <source>History rewritten upstream</source>
        <translation>Verlauf auf dem Hub umgeschrieben</translation>
    </message>
    <message>
        <source>Renamed upstream</source>
        <translation>Auf dem Hub umbenannt</translation>
    </message>
    <message>
        <source>Gated upstream</source>
        <translation>Auf dem Hub jetzt zugangsbeschränkt</translation>
    </message>
    <message>
        <source>No longer gated upstream</source>
        <translation>Auf dem Hub nicht mehr zugangsbeschränkt</translation>
    </message>
    <message>
        <source>Disabled by the Hub</source>
        <translation>Vom Hub gesperrt</translation>
    </message>
    <message>
        <source>Gone upstream</source>
        <translation>Nicht mehr auf dem Hub</translation>
    </message>
    <message>
        <source>License changed upstream</source>
        <translation>Lizenz auf dem Hub geändert</translation>
    </message>
    <message>
        <source>Back upstream</source>
        <translation>Wieder auf dem Hub</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what happened and its details</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Card changed upstream</source>
        <translation>Karte auf dem Hub geändert</translation>
    </message>
</context>
<context>
    <name>hugger::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch keine Ereignisse.</translation>
    </message>
</context>
<context>
    <name>hugger::EventsView</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>Filter of events: new commits, moved branches and tags, new names, cards</extracomment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Gates</source>
        <extracomment>Filter of events: repos that ask for terms to be accepted, or no longer do</extracomment>
        <translation>Zugangsbeschränkungen</translation>
    </message>
    <message>
        <source>Gone or back</source>
        <extracomment>Filter of events: repos that went away or came back</extracomment>
        <translation>Verschwunden oder wieder da</translation>
    </message>
    <message>
        <source>hugger&apos;s own</source>
        <extracomment>Filter of events: archived, verified, damaged, removed, restored</extracomment>
        <translation>Von hugger selbst</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>Check everything now</source>
        <translation>Alles jetzt nachsehen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>Das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>hugger asks the Hub from time to time what became of what you hold. Changes, gates, new licenses and repos that go away are told here, with what proves it.</source>
        <translation>hugger fragt den Hub von Zeit zu Zeit, was aus Ihren Kopien geworden ist. Änderungen, Zugangsbeschränkungen, neue Lizenzen und verschwundene Repos stehen dann hier, mit Beleg.</translation>
    </message>
    <message>
        <source>No events of this kind</source>
        <translation>Keine Ereignisse dieser Art</translation>
    </message>
    <message>
        <source>Other kinds are among all events.</source>
        <translation>Andere stehen unter „Alle Ereignisse“.</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose an event to see what proves it.</source>
        <translation>Wählen Sie ein Ereignis aus, um den Beleg zu sehen.</translation>
    </message>
</context>
<context>
    <name>hugger::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Leave out what the other side holds</source>
        <translation>Weg&amp;lassen, was die Gegenseite hat</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>One file, .tar.zst</source>
        <translation>Eine Datei, .tar.zst</translation>
    </message>
    <message>
        <source>One file, .tar</source>
        <translation>Eine Datei, .tar</translation>
    </message>
    <message>
        <source>One file, .tar.gz</source>
        <translation>Eine Datei, .tar.gz</translation>
    </message>
    <message>
        <source>One file, .zip</source>
        <translation>Eine Datei, .zip</translation>
    </message>
    <message>
        <source>A folder of plain files</source>
        <translation>Ein Ordner mit einfachen Dateien</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Of a large file: it stays in one piece</extracomment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Pieces of 4 GB, for FAT32 sticks</source>
        <extracomment>FAT32 is a file system of USB sticks</extracomment>
        <translation>Stücke von 4 GB, für Sticks mit FAT32</translation>
    </message>
    <message>
        <source>Pieces of 25 GB, for Blu-ray discs</source>
        <translation>Stücke von 25 GB, für Blu-rays</translation>
    </message>
    <message>
        <source>Pieces of another size</source>
        <translation>Stücke anderer Größe</translation>
    </message>
    <message>
        <source>Size of a piece</source>
        <translation>Größe eines Stücks</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <extracomment>Gigabytes.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>They end in .001, .002 and so on. Bring them into one folder before they are imported.</source>
        <translation>Sie enden auf .001, .002 und so weiter. Vor dem Import gehören sie in einen Ordner.</translation>
    </message>
    <message>
        <source>List of what the other side holds</source>
        <translation>Liste dessen, was die Gegenseite hat</translation>
    </message>
    <message>
        <source>The list that the other side made</source>
        <translation>Die Liste der Gegenseite</translation>
    </message>
    <message>
        <source>Its hugger makes that list: “Save a list of what is held…” in the File menu, or %1. Only where all of it is still held can the export be imported.</source>
        <translation>Dort erstellt hugger diese Liste: „Bestandsliste speichern…“ im Menü Datei, oder %1. Importieren lässt sich der Export nur, wo all das noch vorhanden ist.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A repo and its commit</extracomment>
        <translation>%1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln Snapshot</numerusform>
            <numerusform>%Ln Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;Nach:</translation>
    </message>
    <message>
        <source>&amp;Split:</source>
        <translation>&amp;Teilen:</translation>
    </message>
    <message>
        <source>Choose where to: a path from the top, as the Browse button gives it.</source>
        <translation>Wählen Sie das Ziel: ein vollständiger Pfad, wie ihn „Durchsuchen“ liefert.</translation>
    </message>
    <message>
        <source>Choose the list of what the other side holds.</source>
        <translation>Wählen Sie die Liste dessen, was die Gegenseite hat.</translation>
    </message>
    <message>
        <source>For most: as small as it gets without waiting. Opens with tar.</source>
        <translation>Für die meisten: so klein, wie es ohne Warten geht. Lässt sich mit tar öffnen.</translation>
    </message>
    <message>
        <source>The fastest. Weights hardly get smaller anyway. Opens with tar.</source>
        <translation>Am schnellsten. Gewichte werden ohnehin kaum kleiner. Lässt sich mit tar öffnen.</translation>
    </message>
    <message>
        <source>Where the other side knows no zstd. Slow.</source>
        <translation>Wo die Gegenseite kein zstd kennt. Langsam.</translation>
    </message>
    <message>
        <source>Opens everywhere by a double click. Not smaller.</source>
        <translation>Öffnet sich überall per Doppelklick. Nicht kleiner.</translation>
    </message>
    <message>
        <source>Can be read as it is, without unpacking. For a drive that stays plugged in.</source>
        <translation>Lässt sich ohne Entpacken lesen. Für ein Laufwerk, das angeschlossen bleibt.</translation>
    </message>
    <message>
        <source>Looking at what is to be written…</source>
        <translation>Sieht nach, was zu schreiben ist…</translation>
    </message>
    <message>
        <source>To write: %1, %2.</source>
        <extracomment>%1 is &quot;12 files&quot;, %2 a size</extracomment>
        <translation>Zu schreiben: %1, %2.</translation>
    </message>
    <message>
        <source>%1 are the same contents under other names, and written once.</source>
        <translation>%1 sind gleiche Inhalte unter anderen Namen und werden einmal geschrieben.</translation>
    </message>
    <message>
        <source>%1 are left out: the other side holds them.</source>
        <translation>%1 werden weggelassen: Die Gegenseite hat sie.</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <translation>Danach %1 frei.</translation>
    </message>
    <message>
        <source>How much space there is cannot be told.</source>
        <translation>Wie viel Platz dort ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>This does not fit: it takes %1, and %2 are free there. Choose another place, or leave out what the other side holds.</source>
        <extracomment>%1 and %2 sizes</extracomment>
        <translation>Das passt nicht: Es braucht %1, dort sind %2 frei. Wählen Sie einen anderen Ort, oder lassen Sie weg, was die Gegenseite hat.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Noch ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>Ordner für den Export</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>This fits only if it gets small: it is %1 now, and %2 are free there.</source>
        <extracomment>%1 and %2 sizes</extracomment>
        <translation>Das passt nur, wenn es klein wird: Jetzt sind es %1, dort sind %2 frei.</translation>
    </message>
</context>
<context>
    <name>hugger::FactsPane</name>
    <message>
        <source>Open &amp;page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>Open the page of this repository in the browser</source>
        <translation>Die Seite dieses Repos im Browser öffnen</translation>
    </message>
    <message>
        <source>A branch, a tag, a pull request, or a commit</source>
        <translation>Ein Branch, ein Tag, ein Pull Request oder ein Commit</translation>
    </message>
    <message>
        <source>&amp;Revision:</source>
        <translation>&amp;Revision:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A revision and its short commit: &quot;main (8f3c21e)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>A revision, its short commit and the date of that: &quot;main (8f3c21e, 3 Nov)&quot;</extracomment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1, held</source>
        <extracomment>A revision in a list of them; its commit is in the archive</extracomment>
        <translation>%1, archiviert</translation>
    </message>
    <message>
        <source>No license named</source>
        <extracomment>%1 is a license, &quot;apache-2.0&quot;</extracomment>
        <translation>Keine Lizenz angegeben</translation>
    </message>
    <message>
        <source>License %1</source>
        <translation>Lizenz %1</translation>
    </message>
    <message>
        <source>Not gated</source>
        <translation>Nicht zugangsbeschränkt</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Zugangsbeschränkt</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>You hold this commit</source>
        <translation>Dieser Commit ist archiviert</translation>
    </message>
    <message>
        <source>You hold part of this commit</source>
        <translation>Dieser Commit ist teilweise archiviert</translation>
    </message>
    <message numerus="yes">
        <source>You hold %n other snapshots</source>
        <translation>
            <numerusform>%n anderer Snapshot ist archiviert</numerusform>
            <numerusform>%n andere Snapshots sind archiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>No pickle files</source>
        <translation>Keine Pickle-Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n pickle files</source>
        <translation>
            <numerusform>%n Pickle-Datei</numerusform>
            <numerusform>%n Pickle-Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::FileTreeModel</name>
    <message>
        <source>held already</source>
        <translation>schon archiviert</translation>
    </message>
    <message>
        <source>in another store</source>
        <translation>in einem anderen Speicher</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>hugger::FilesModel</name>
    <message>
        <source>not held</source>
        <translation>nicht archiviert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not held</source>
        <translation>
            <numerusform>%Ln nicht archiviert</numerusform>
            <numerusform>%Ln nicht archiviert</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>hugger::FilesPage</name>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The list of files is kept with them, on the store “%1”. Plug it in to see it.</source>
        <translation>Die Dateiliste liegt bei den Dateien, im Speicher „%1“. Schließen Sie ihn an, um sie zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;SHA-256</source>
        <translation>&amp;SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Copy path on &amp;disk</source>
        <translation>Pfad auf dem &amp;Datenträger kopieren</translation>
    </message>
</context>
<context>
    <name>hugger::FilesPane</name>
    <message>
        <source>Weights in one &amp;format</source>
        <translation>Gewichte in einem &amp;Format</translation>
    </message>
    <message>
        <source>By &amp;quantisation</source>
        <translation>Nach &amp;Quantisierung</translation>
    </message>
    <message>
        <source>&amp;Choose files</source>
        <translation>&amp;Dateien auswählen</translation>
    </message>
    <message>
        <source>Tick sho&amp;wn</source>
        <translation>An&amp;gezeigte auswählen</translation>
    </message>
    <message>
        <source>&amp;Untick shown</source>
        <translation>Angezeigte a&amp;bwählen</translation>
    </message>
    <message>
        <source>Format of weights</source>
        <translation>Format der Gewichte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Quantisations</source>
        <translation>Quantisierungen</translation>
    </message>
    <message>
        <source>Filter, *.gguf</source>
        <translation>Filter, *.gguf</translation>
    </message>
    <message>
        <source>Filter of files</source>
        <translation>Dateifilter</translation>
    </message>
    <message>
        <source>&amp;Everything, %1, %2</source>
        <extracomment>%1 is &quot;24 files&quot;, %2 is a size</extracomment>
        <translation>A&amp;lles, %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A format of weights and how big they are: &quot;safetensors, 14.5 GB&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Files that hold no weights come along: the card, the configuration.</source>
        <translation>Dateien ohne Gewichte kommen mit: die Karte, die Konfiguration.</translation>
    </message>
    <message>
        <source>Shows only the files whose name or path is like this</source>
        <translation>Zeigt nur Dateien, deren Name oder Pfad dazu passt</translation>
    </message>
</context>
<context>
    <name>hugger::GuiSession</name>
    <message>
        <source>hugger goes on in the tray</source>
        <translation>hugger läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Open it again or quit it by its icon there. What closing the window does can be chosen in the settings.</source>
        <translation>Über das Symbol dort lässt es sich wieder öffnen oder beenden. Was beim Schließen des Fensters geschieht, können Sie in den Einstellungen wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1</source>
        <extracomment>Tooltip of the tray; %1 is a speed such as &quot;88.1 MB/s&quot;.</extracomment>
        <translation>
            <numerusform>%n läuft, %1</numerusform>
            <numerusform>%n laufen, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive could not be opened</source>
        <translation>Das Archiv konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1 wants to connect to hugger</source>
        <extracomment>%1 is a browser, as it calls itself.</extracomment>
        <translation>%1 möchte sich mit hugger verbinden</translation>
    </message>
    <message>
        <source>Compare the codes and allow it, or deny it.</source>
        <translation>Vergleichen Sie die Codes und erlauben Sie es, oder lehnen Sie es ab.</translation>
    </message>
</context>
<context>
    <name>hugger::HitsModel</name>
    <message>
        <source>changed %1</source>
        <extracomment>%1 is a date or &quot;3 days ago&quot;</extracomment>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud: a repo and the facts about it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, gated</source>
        <translation>%1, zugangsbeschränkt</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>Freigabe nötig</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>Its files come after accepting its terms on the Hub, with a token.</source>
        <translation>Die Dateien gibt es mit einem Token, nachdem die Bedingungen auf dem Hub akzeptiert wurden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads</source>
        <translation>
            <numerusform>%Ln Download</numerusform>
            <numerusform>%Ln Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln Like</numerusform>
            <numerusform>%Ln Likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::HubPage</name>
    <message>
        <source>&amp;Another address:</source>
        <translation>&amp;Andere Adresse:</translation>
    </message>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>Wie im S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keiner</translation>
    </message>
    <message>
        <source>&amp;This one:</source>
        <translation>&amp;Dieser:</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>https://hub.example.org</source>
        <translation>https://hub.example.org</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>HF_ENDPOINT in the environment sets the address; it goes before this setting.</source>
        <translation>HF_ENDPOINT in der Umgebung legt die Adresse fest; das hat Vorrang vor dieser Einstellung.</translation>
    </message>
    <message>
        <source>An address looks like https://hub.example.org: http or https, a host, no user name. Until then it stays %1.</source>
        <translation>Eine Adresse sieht so aus: https://hub.example.org – http oder https, ein Host, kein Benutzername. Bis dahin bleibt es bei %1.</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>http://proxy.example.org:3128</source>
        <translation>http://proxy.example.org:3128</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>A proxy looks like http://host:port or socks5://host:port.</source>
        <translation>Ein Proxy sieht so aus: http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>only when I ask</source>
        <translation>nur auf Wunsch</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>&amp;Check what you hold every:</source>
        <translation>Auf dem &amp;Hub nachsehen alle:</translation>
    </message>
    <message>
        <source>The Hub is asked what became of it. Nothing you hold changes by that. A repo can have its own interval: see its overview.</source>
        <translation>Der Hub wird gefragt, was aus Ihren Kopien geworden ist. An ihnen ändert das nichts. Ein Repo kann einen eigenen Abstand haben: siehe seine Übersicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::ImportDialog</name>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>Was zu importieren ist</translation>
    </message>
    <message>
        <source>A file or a folder</source>
        <translation>Eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>It does not say what it is: it is kept under this name, as nobody&apos;s on the Hub.</source>
        <translation>Es sagt nicht, was es ist: Es bekommt diesen Namen und gehört zu nichts auf dem Hub.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Store:</source>
        <translation>&amp;Speicher:</translation>
    </message>
    <message>
        <source>Snapshots in it</source>
        <translation>Snapshots darin</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>Wählen Sie, was zu importieren ist</translation>
    </message>
    <message>
        <source>A file or folder that hugger exported, a bag of another BagIt tool, or a folder of files. Of one that is split, the piece that ends in .001.</source>
        <translation>Eine Datei oder ein Ordner, von hugger exportiert, ein Bag eines anderen BagIt-Programms oder ein Ordner mit Dateien. Von etwas Geteiltem das Stück, das auf .001 endet.</translation>
    </message>
    <message>
        <source>Looking into it</source>
        <translation>Sieht hinein</translation>
    </message>
    <message>
        <source>Nothing is let in before you say so.</source>
        <translation>Nichts kommt herein, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Choose a file or a folder by its path from the top, as the buttons give it.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner mit vollständigem Pfad, wie ihn die Knöpfe liefern.</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Noch nichts gewählt</translation>
    </message>
    <message>
        <source>%1 were left out of it, because this side said it holds them. It can be imported only while that is so.</source>
        <extracomment>%1 a size</extracomment>
        <translation>%1 wurden weggelassen, weil sie hier vorhanden sein sollen. Importieren lässt es sich nur, solange das so ist.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A repo that is no model: its id and its kind</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, partial</source>
        <extracomment>How many files; not all the commit has</extracomment>
        <translation>%1, teilweise</translation>
    </message>
    <message>
        <source>Exported by %1</source>
        <extracomment>What made it, and when: &quot;Exported by hugger 0.5, 3 Nov 2026&quot;</extracomment>
        <translation>Exportiert von %1</translation>
    </message>
    <message>
        <source>Exported by %1, %2</source>
        <translation>Exportiert von %1, %2</translation>
    </message>
    <message>
        <source>A bag of another BagIt tool</source>
        <translation>Ein Bag eines anderen BagIt-Programms</translation>
    </message>
    <message>
        <source>A folder of files</source>
        <translation>Ein Ordner mit Dateien</translation>
    </message>
    <message>
        <source>An archive of files</source>
        <translation>Ein Archiv mit Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln Snapshot</numerusform>
            <numerusform>%Ln Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <translation>Das lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>What you hold stays as it is.</source>
        <translation>Ihre Kopien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, “-”, “_” and “.”, as in org/name.</source>
        <translation>Geben Sie ihm einen Namen aus Buchstaben, Ziffern, „-“, „_“ und „.“, wie in org/name.</translation>
    </message>
    <message>
        <source>Nothing of this is proved yet. The import computes every hash first, and lets in what is right or nothing at all.</source>
        <translation>Noch ist nichts davon geprüft. Der Import berechnet zuerst jeden Hash und übernimmt alles oder gar nichts.</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <translation>Danach %1 frei.</translation>
    </message>
    <message>
        <source>It does not fit: %1 more are needed.</source>
        <translation>Es passt nicht: %1 mehr sind nötig.</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Zu importierender Ordner</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Zu importierende Datei</translation>
    </message>
</context>
<context>
    <name>hugger::Instance</name>
    <message>
        <source>hugger is running already but does not answer. Wait a moment and start it again; if that does not help, end it first.</source>
        <translation>hugger läuft bereits, antwortet aber nicht. Warten Sie einen Moment und starten Sie es erneut; hilft das nicht, beenden Sie es zuerst.</translation>
    </message>
</context>
<context>
    <name>hugger::JobNews</name>
    <message>
        <source>%1 needs you</source>
        <extracomment>Title of a notification; %1 is a repository.</extracomment>
        <translation>%1 wartet auf Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots verified</source>
        <extracomment>Titles of a notification about several jobs that ended well.</extracomment>
        <translation>
            <numerusform>%n Snapshot geprüft</numerusform>
            <numerusform>%n Snapshots geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs done</source>
        <translation>
            <numerusform>%n Job fertig</numerusform>
            <numerusform>%n Jobs fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified: %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>Archived: %1</source>
        <translation>Archiviert: %1</translation>
    </message>
    <message>
        <source>Every file is what its hash says.</source>
        <translation>Jede Datei entspricht ihrem Hash.</translation>
    </message>
    <message>
        <source>%1, %2, every file proved by its hash.</source>
        <extracomment>%1 is an amount such as &quot;12 files&quot;, %2 one such as &quot;4.4 GB&quot;.</extracomment>
        <translation>%1, %2, jede Datei durch ihren Hash belegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n Job fehlgeschlagen</numerusform>
            <numerusform>%n Jobs fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found: %1</source>
        <translation>Schaden gefunden: %1</translation>
    </message>
    <message>
        <source>Not archived: %1</source>
        <translation>Nicht archiviert: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>Token eingeben</translation>
    </message>
    <message>
        <source>Not verified: %1</source>
        <translation>Nicht geprüft: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>The button of a notification that brings the window up.</extracomment>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportiert: %1</translation>
    </message>
    <message>
        <source>%1 written, every file proved by its hash.</source>
        <extracomment>%1 is a size such as &quot;4.4 GB&quot;.</extracomment>
        <translation>%1 geschrieben, jede Datei durch ihren Hash bewiesen.</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryModel</name>
    <message>
        <source>Repository</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>Held</source>
        <extracomment>Column: whether the copy is whole and proved</extracomment>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Upstream</source>
        <extracomment>Column: how the Hub&apos;s side differs from the copy</extracomment>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Proved</source>
        <extracomment>Column: when the hashes of the files were computed last</extracomment>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>pausiert bei %1</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>may be the last copy</source>
        <translation>vielleicht die letzte Kopie</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryPane</name>
    <message>
        <source>Opening the archive</source>
        <translation>Archiv wird geöffnet</translation>
    </message>
    <message>
        <source>Nothing is archived yet</source>
        <translation>Noch nichts archiviert</translation>
    </message>
    <message>
        <source>Paste a link to a model, a dataset or a space, or drop one anywhere on this window. hugger keeps every file of it and proves each by its hash.</source>
        <translation>Fügen Sie einen Link zu einem Modell, einem Datensatz oder einem Space ein oder ziehen Sie ihn auf dieses Fenster. hugger bewahrt jede Datei daraus auf und belegt jede durch ihren Hash.</translation>
    </message>
    <message>
        <source>Nothing is being fetched</source>
        <translation>Zurzeit wird nichts heruntergeladen</translation>
    </message>
    <message>
        <source>What you add shows here until it is held.</source>
        <translation>Was Sie hinzufügen, erscheint hier, bis es archiviert ist.</translation>
    </message>
    <message>
        <source>Nothing newer is known</source>
        <translation>Nichts Neueres bekannt</translation>
    </message>
    <message>
        <source>Repos that have a newer commit on the Hub show here. Your copies stay as they are.</source>
        <translation>Repos mit einem neueren Commit auf dem Hub erscheinen hier. Ihre Kopien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Nothing is known to be gone</source>
        <translation>Soweit bekannt, ist alles noch da</translation>
    </message>
    <message>
        <source>Repos that the Hub no longer has show here. Your copies stay.</source>
        <translation>Repos, die es auf dem Hub nicht mehr gibt, erscheinen hier. Ihre Kopien bleiben.</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nichts erfordert Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Damaged files, and changes of gate or license on the Hub, show here.</source>
        <translation>Beschädigte Dateien und geänderte Zugänge oder Lizenzen auf dem Hub erscheinen hier.</translation>
    </message>
    <message>
        <source>No models are held</source>
        <translation>Keine Modelle archiviert</translation>
    </message>
    <message>
        <source>No datasets are held</source>
        <translation>Keine Datensätze archiviert</translation>
    </message>
    <message>
        <source>No spaces are held</source>
        <translation>Keine Spaces archiviert</translation>
    </message>
    <message>
        <source>This store holds nothing yet</source>
        <translation>Dieser Speicher ist noch leer</translation>
    </message>
    <message>
        <source>Choose it when you add something.</source>
        <translation>Wählen Sie ihn, wenn Sie etwas hinzufügen.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts anzuzeigen</translation>
    </message>
    <message>
        <source>The archive could not be opened</source>
        <translation>Das Archiv konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>Keine Treffer für „%1“</translation>
    </message>
    <message>
        <source>Ids, tags, licenses, cards and your notes were searched.</source>
        <translation>Durchsucht wurden IDs, Tags, Lizenzen, Karten und Ihre Notizen.</translation>
    </message>
    <message>
        <source>Only what the filter on the side shows was searched.</source>
        <translation>Durchsucht wurde nur, was der Filter an der Seite zeigt.</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryTable</name>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>hugger::LicensePage</name>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>No license file is held.</source>
        <translation>Keine Lizenzdatei archiviert.</translation>
    </message>
    <message>
        <source>Repo</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Hub&apos;s id</source>
        <translation>ID des Hubs</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Refs</source>
        <translation>Refs</translation>
    </message>
    <message>
        <source>Changed upstream</source>
        <translation>Auf dem Hub geändert</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>Eintrag geändert</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>hugger %1</source>
        <translation>hugger %1</translation>
    </message>
    <message>
        <source>Open the license file</source>
        <translation>Lizenzdatei öffnen</translation>
    </message>
    <message>
        <source>Open the license&apos;s page</source>
        <translation>Seite der Lizenz öffnen</translation>
    </message>
    <message>
        <source>Open the record&apos;s folder</source>
        <translation>Ordner des Eintrags öffnen</translation>
    </message>
</context>
<context>
    <name>hugger::LicenseView</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What changed in the text</source>
        <translation>Was sich am Text geändert hat</translation>
    </message>
    <message>
        <source>No file with the license&apos;s text changed.</source>
        <translation>Keine Datei mit dem Text der Lizenz hat sich geändert.</translation>
    </message>
    <message>
        <source>What you hold</source>
        <translation>Ihre Kopie</translation>
    </message>
    <message>
        <source>Upstream now</source>
        <translation>Jetzt auf dem Hub</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, neu</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1, entfernt</translation>
    </message>
</context>
<context>
    <name>hugger::LimitButton</name>
    <message>
        <source>Limit: %1</source>
        <translation>Limit: %1</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>How fast all transfers together may be</source>
        <translation>Wie schnell alle Übertragungen zusammen sein dürfen</translation>
    </message>
    <message>
        <source>Bandwidth: %1</source>
        <extracomment>Of a button, for screen readers; %1 is &quot;No limit&quot; or &quot;Limit: 5 MB/s&quot;.</extracomment>
        <translation>Bandbreite: %1</translation>
    </message>
    <message>
        <source>Another...</source>
        <translation>Anderes...</translation>
    </message>
    <message>
        <source>Limit the bandwidth</source>
        <translation>Bandbreite begrenzen</translation>
    </message>
    <message>
        <source>Megabytes per second, over all transfers (0: no limit)</source>
        <translation>Megabyte pro Sekunde für alle Übertragungen zusammen (0: kein Limit)</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>Limit festlegen</translation>
    </message>
</context>
<context>
    <name>hugger::LoadDialog</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>The file system of this store has no links, so there is no folder here that other programs can read. The contents are in the store&apos;s “objects” folder.</source>
        <translation>Das Dateisystem dieses Speichers kennt keine Links, daher gibt es hier keinen Ordner, den andere Programme lesen können. Die Inhalte liegen im Ordner „objects“ des Speichers.</translation>
    </message>
    <message>
        <source>The store “%1” is not plugged in. Plug it in to load from it.</source>
        <translation>Der Speicher „%1“ ist nicht angeschlossen. Schließen Sie ihn an, um daraus zu laden.</translation>
    </message>
    <message>
        <source>Copy these lines. The files are used where they are, without the network.</source>
        <translation>Kopieren Sie diese Zeilen. Die Dateien werden an Ort und Stelle genutzt, ohne Netzwerk.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>hugger::MainWindow</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Search ids, tags, licenses, cards</source>
        <translation>IDs, Tags, Lizenzen, Karten durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>hugger went on in the tray while its window was closed. What closing does can be chosen in the settings; %1 quits.</source>
        <translation>hugger lief im Infobereich weiter, während sein Fenster geschlossen war. Was beim Schließen geschieht, können Sie in den Einstellungen wählen; %1 beendet das Programm.</translation>
    </message>
    <message>
        <source>There is no link or id in the clipboard. Copy one from a page of the Hub, then paste it here.</source>
        <translation>In der Zwischenablage ist kein Link und keine ID. Kopieren Sie etwas davon von einer Seite des Hubs und fügen Sie es dann hier ein.</translation>
    </message>
    <message>
        <source>Drop to archive %1</source>
        <translation>Ablegen, um %1 zu archivieren</translation>
    </message>
    <message numerus="yes">
        <source>Drop to archive %n repos</source>
        <translation>
            <numerusform>Ablegen, um %n Repo zu archivieren</numerusform>
            <numerusform>Ablegen, um %n Repos zu archivieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The store %1 is unplugged. Plug it in to open the folder.</source>
        <translation>Der Speicher %1 ist nicht angeschlossen. Schließen Sie ihn an, um den Ordner zu öffnen.</translation>
    </message>
    <message>
        <source>Nothing is held yet that could be checked.</source>
        <translation>Noch ist nichts archiviert, wonach gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Changed upstream: %1 of %2. What happened is listed under Events.</source>
        <extracomment>Two numbers of repositories</extracomment>
        <translation>Auf dem Hub geändert: %1 von %2. Was geschehen ist, steht unter „Ereignisse“.</translation>
    </message>
    <message numerus="yes">
        <source>%n repos checked: nothing changed upstream.</source>
        <translation>
            <numerusform>%n Repo geprüft: Auf dem Hub hat sich nichts geändert.</numerusform>
            <numerusform>%n Repos geprüft: Auf dem Hub hat sich nichts geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos could not be checked, and are tried again by themselves.</source>
        <translation>
            <numerusform>%n Repo konnte nicht geprüft werden; das wird von selbst nachgeholt.</numerusform>
            <numerusform>%n Repos konnten nicht geprüft werden; das wird von selbst nachgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updates are queued. What you hold stays; what is new comes beside it.</source>
        <translation>
            <numerusform>%n Aktualisierung ist eingereiht. Ihre Kopie bleibt; das Neue kommt daneben.</numerusform>
            <numerusform>%n Aktualisierungen sind eingereiht. Ihre Kopien bleiben; das Neue kommt daneben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of %1 is held any more.</source>
        <translation>Von %1 ist nichts mehr archiviert.</translation>
    </message>
    <message>
        <source>Save a list of what is held</source>
        <translation>Bestandsliste speichern</translation>
    </message>
    <message>
        <source>The list of %1 contents is in %2. Carry it to where you export from.</source>
        <extracomment>%1 a number, %2 a file</extracomment>
        <translation>Die Liste von %1 Inhalten liegt in %2. Bringen Sie sie dorthin, wo exportiert wird.</translation>
    </message>
    <message>
        <source>Drop to import %1</source>
        <extracomment>A file or folder that was exported</extracomment>
        <translation>Loslassen, um %1 zu importieren</translation>
    </message>
</context>
<context>
    <name>hugger::MessageBar</name>
    <message>
        <source>Copy the details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>hugger::NotesDialog</name>
    <message>
        <source>Notes on %1</source>
        <translation>Notizen zu %1</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas between them</source>
        <translation>&amp;Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>hugger::NotificationsPage</name>
    <message>
        <source>When a repo is &amp;held</source>
        <translation>Wenn ein Repo a&amp;rchiviert ist</translation>
    </message>
    <message>
        <source>When something &amp;needs you</source>
        <translation>Wenn etwas auf S&amp;ie wartet</translation>
    </message>
    <message>
        <source>Keep the computer a&amp;wake while fetching</source>
        <translation>Computer beim Herunterladen &amp;wach halten</translation>
    </message>
    <message>
        <source>Start hugger when you &amp;log in</source>
        <translation>hugger bei der An&amp;meldung starten</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>When the window is close&amp;d:</source>
        <translation>Beim Schließen des &amp;Fensters:</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window quits.</source>
        <translation>Ohne Infobereich beendet das Schließen des Fensters das Programm.</translation>
    </message>
    <message>
        <source>When something changes &amp;upstream</source>
        <translation>Wenn sich auf dem &amp;Hub etwas ändert</translation>
    </message>
</context>
<context>
    <name>hugger::Notifier</name>
    <message>
        <source>Show</source>
        <extracomment>The action of clicking a notification.</extracomment>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>hugger::OverviewPage</name>
    <message>
        <source>%1 with other snapshots</source>
        <translation>%1 mit anderen Snapshots</translation>
    </message>
    <message>
        <source>Nothing with other snapshots</source>
        <translation>Nichts mit anderen Snapshots</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1, not plugged in</source>
        <translation>%1, getrennt</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Ihre Notizen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Ihre Tags</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Fetch the rest…</source>
        <translation>Rest herunterladen…</translation>
    </message>
    <message>
        <source>Edit notes…</source>
        <translation>Notizen bearbeiten…</translation>
    </message>
    <message>
        <source>Watching…</source>
        <translation>Beobachten…</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Nachgesehen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Nächstes Mal</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Neues</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>hugger::PairingDialog</name>
    <message>
        <source>Connect to hugger</source>
        <translation>Mit hugger verbinden</translation>
    </message>
    <message>
        <source>%1 wants to connect to hugger. Does it show this code?</source>
        <extracomment>%1 is what a browser calls itself: &quot;Firefox on Linux&quot;. Under the question stands a code of six digits.</extracomment>
        <translation>%1 möchte sich mit hugger verbinden. Wird dort dieser Code gezeigt?</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>For screen readers; %1 is the code, digit by digit.</extracomment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>It could then see what you hold, archive with your access to the Hub, pause and cancel transfers, and move snapshots to the trash.</source>
        <translation>Damit lässt sich sehen, was Sie archiviert haben, mit Ihrem Zugang zum Hub archivieren, Übertragungen anhalten und abbrechen, und Snapshots in den Papierkorb verschieben.</translation>
    </message>
    <message>
        <source>A program of this computer, not a browser.</source>
        <translation>Ein Programm dieses Computers, kein Browser.</translation>
    </message>
    <message>
        <source>It says it is %1.</source>
        <translation>Nach eigener Angabe: %1.</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Allow</source>
        <translation>&amp;Erlauben</translation>
    </message>
    <message numerus="yes">
        <source>The question goes away in %n seconds.</source>
        <translation>
            <numerusform>Die Frage verschwindet in %n Sekunde.</numerusform>
            <numerusform>Die Frage verschwindet in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The question goes away.</source>
        <translation>Die Frage verschwindet.</translation>
    </message>
    <message>
        <source>%1 was not connected: nobody answered within a minute.</source>
        <translation>%1 wurde nicht verbunden: Innerhalb einer Minute hat niemand geantwortet.</translation>
    </message>
    <message>
        <source>To try again, press Connect there once more.</source>
        <translation>Um es noch einmal zu versuchen, drücken Sie dort wieder auf Verbinden.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>hugger::QuantisationsModel</name>
    <message>
        <source>The part that reads images. Take one of them where you want that.</source>
        <translation>Der Teil, der Bilder liest. Wenn Sie das möchten, nehmen Sie einen davon dazu.</translation>
    </message>
    <message>
        <source>held already</source>
        <translation>schon archiviert</translation>
    </message>
    <message>
        <source>%1 held already</source>
        <translation>%1 schon archiviert</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>hugger::Removals</name>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 ist im Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are in the trash.</source>
        <translation>
            <numerusform>%n Snapshot ist im Papierkorb.</numerusform>
            <numerusform>%n Snapshots sind im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That frees %1 in %n days.</source>
        <translation>
            <numerusform>Das gibt %1 in %n Tag frei.</numerusform>
            <numerusform>Das gibt %1 in %n Tagen frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 ist wieder da.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are back.</source>
        <translation>
            <numerusform>%n Snapshot ist wieder da.</numerusform>
            <numerusform>%n Snapshots sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo removing %1</source>
        <translation>Entfernen von %1 &amp;rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo removing %n snapshots</source>
        <translation>
            <numerusform>Entfernen von %n Snapshot &amp;rückgängig machen</numerusform>
            <numerusform>Entfernen von %n Snapshots &amp;rückgängig machen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshots are in the trash. The others could not be moved there.</source>
        <extracomment>%n is how many were to be removed, %1 how many were.</extracomment>
        <translation>
            <numerusform>%1 von %n Snapshot ist im Papierkorb. Die anderen konnten nicht dorthin verschoben werden.</numerusform>
            <numerusform>%1 von %n Snapshots sind im Papierkorb. Die anderen konnten nicht dorthin verschoben werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>That frees %1 when hugger starts next.</source>
        <translation>Das gibt %1 frei, wenn hugger das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Each of these may be the last copy. To remove one, choose it alone.</source>
        <translation>Jede davon könnte die letzte Kopie sein. Um eine zu entfernen, wählen Sie sie einzeln aus.</translation>
    </message>
</context>
<context>
    <name>hugger::RemoveDialog</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Finding out how much that frees.</source>
        <translation>Es wird ermittelt, wie viel Platz das freigibt.</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>In den &amp;Papierkorb verschieben</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshots to the trash?</source>
        <translation>
            <numerusform>%n Snapshot in den Papierkorb verschieben?</numerusform>
            <numerusform>%n Snapshots in den Papierkorb verschieben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1 (at %2) to the trash?</source>
        <extracomment>%1 a repo, %2 a commit</extracomment>
        <translation>%1 (bei %2) in den Papierkorb verschieben?</translation>
    </message>
    <message>
        <source>Move %1 (%2 at %3) to the trash?</source>
        <extracomment>%1 a repo, %2 a branch or tag, %3 a commit</extracomment>
        <translation>%1 (%2 bei %3) in den Papierkorb verschieben?</translation>
    </message>
    <message>
        <source>Snapshots to remove</source>
        <translation>Zu entfernende Snapshots</translation>
    </message>
    <message>
        <source>Frees nothing: other snapshots share all of it, and it stays for them.</source>
        <translation>Gibt nichts frei: Alles gehört auch zu anderen Snapshots und bleibt für sie erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days.</source>
        <translation>
            <numerusform>Gibt nach %n Tag %1 frei.</numerusform>
            <numerusform>Gibt nach %n Tagen %1 frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days; %2 is shared with other snapshots and stays.</source>
        <translation>
            <numerusform>Gibt nach %n Tag %1 frei; %2 gehören auch zu anderen Snapshots und bleiben.</numerusform>
            <numerusform>Gibt nach %n Tagen %1 frei; %2 gehören auch zu anderen Snapshots und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Frees %1 when hugger starts next.</source>
        <translation>Gibt %1 frei, wenn hugger das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Frees %1 when hugger starts next; %2 is shared with other snapshots and stays.</source>
        <translation>Gibt %1 frei, wenn hugger das nächste Mal startet; %2 gehören auch zu anderen Snapshots und bleiben.</translation>
    </message>
    <message>
        <source>Left out, because it may be the last copy: %1. To remove it, choose it alone.</source>
        <translation>Ausgenommen, weil es die letzte Kopie sein könnte: %1. Um es zu entfernen, wählen Sie es einzeln aus.</translation>
    </message>
    <message>
        <source>%1 Type the name to remove it.</source>
        <extracomment>%1 a sentence: &quot;This may be the last copy: the Hub no longer has it.&quot;</extracomment>
        <translation>%1 Geben Sie den Namen ein, um sie zu entfernen.</translation>
    </message>
</context>
<context>
    <name>hugger::RevisionsModel</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln hinzugefügt</numerusform>
            <numerusform>%Ln hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln entfernt</numerusform>
            <numerusform>%Ln entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between &quot;3 added&quot; and &quot;1 removed&quot;</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 more</source>
        <extracomment>bytes that a snapshot has more than the one before it</extracomment>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>%1 less</source>
        <extracomment>bytes that a snapshot has less than the one before it</extracomment>
        <translation>%1 weniger</translation>
    </message>
    <message>
        <source>%1 before, %2 from here on</source>
        <translation>%1 zuvor, %2 ab hier</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>und %Ln weitere Datei</numerusform>
            <numerusform>und %Ln weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>added, %1</source>
        <translation>hinzugefügt, %1</translation>
    </message>
    <message>
        <source>removed, %1</source>
        <translation>entfernt, %1</translation>
    </message>
    <message>
        <source>changed, %1</source>
        <translation>geändert, %1</translation>
    </message>
    <message>
        <source>changed, %1, was %2</source>
        <translation>geändert, %1, zuvor %2</translation>
    </message>
    <message>
        <source>The oldest held, %1</source>
        <translation>Der älteste archivierte, %1</translation>
    </message>
    <message>
        <source>What changed is not known, %1</source>
        <translation>Änderungen nicht bekannt, %1</translation>
    </message>
    <message>
        <source>The same files, %1</source>
        <translation>Dieselben Dateien, %1</translation>
    </message>
    <message>
        <source>%1 at %2 · %3</source>
        <extracomment>names, commit and date of a snapshot: &quot;main, v1.0 at 8f3c21e · 3 Nov 2026&quot;</extracomment>
        <translation>%1 bei %2 · %3</translation>
    </message>
    <message>
        <source>License changed</source>
        <translation>Lizenz geändert</translation>
    </message>
</context>
<context>
    <name>hugger::RevisionsPage</name>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>No snapshot of this repo is held.</source>
        <translation>Kein Snapshot dieses Repos ist archiviert.</translation>
    </message>
</context>
<context>
    <name>hugger::Say</name>
    <message>
        <source>The disk is full at %1. Free some space; hugger goes on by itself when there is room.</source>
        <translation>Der Datenträger ist voll: %1. Geben Sie Platz frei; hugger macht von selbst weiter, sobald genug da ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check its permissions, and that the drive is not mounted read-only.</source>
        <translation>%1 ist nicht beschreibbar. Prüfen Sie die Zugriffsrechte und ob das Laufwerk schreibgeschützt eingehängt ist.</translation>
    </message>
    <message>
        <source>The drive did not answer while hugger was using %1. Check its cable and health before trying again.</source>
        <translation>Das Laufwerk hat nicht geantwortet, während hugger %1 nutzte. Prüfen Sie Kabel und Zustand, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>Using %1 failed (%2).</source>
        <translation>Zugriff auf %1 fehlgeschlagen (%2).</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept; starting again goes on from there.</source>
        <translation>Angehalten. Was heruntergeladen wurde, bleibt erhalten; ein neuer Start macht dort weiter.</translation>
    </message>
    <message>
        <source>%1 is too large to be what hugger expects there.</source>
        <translation>%1 ist zu groß für das, was hugger dort erwartet.</translation>
    </message>
    <message>
        <source>The listing has a file name that is not safe to store: &quot;%1&quot; (%2). Nothing was written. Ask the owner of the repo to rename it, or leave it out (--exclude).</source>
        <translation>Die Dateiliste enthält einen Dateinamen, der sich nicht sicher speichern lässt: „%1“ (%2). Es wurde nichts geschrieben. Bitten Sie den Eigentümer des Repos, die Datei umzubenennen, oder lassen Sie sie aus (--exclude).</translation>
    </message>
    <message>
        <source>an empty folder name</source>
        <translation>leerer Ordnername</translation>
    </message>
    <message>
        <source>a drive letter</source>
        <translation>Laufwerksbuchstabe</translation>
    </message>
    <message>
        <source>a name Windows keeps for a device</source>
        <translation>ein Name, den Windows für ein Gerät reserviert</translation>
    </message>
    <message>
        <source>a name that ends in a dot or a space</source>
        <translation>ein Name, der mit Punkt oder Leerzeichen endet</translation>
    </message>
    <message>
        <source>a name longer than %1 bytes</source>
        <translation>ein Name, der länger als %1 Byte ist</translation>
    </message>
    <message>
        <source>an empty name</source>
        <translation>leerer Name</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>absoluter Pfad</translation>
    </message>
    <message>
        <source>not valid Unicode</source>
        <translation>kein gültiges Unicode</translation>
    </message>
    <message>
        <source>a backslash</source>
        <translation>Backslash</translation>
    </message>
    <message>
        <source>a control or broken character</source>
        <translation>Steuerzeichen oder fehlerhaftes Zeichen</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>länger als %1 Byte</translation>
    </message>
    <message>
        <source>more than %1 folders deep</source>
        <translation>mehr als %1 Ordner tief</translation>
    </message>
    <message>
        <source>listed twice</source>
        <translation>doppelt aufgeführt</translation>
    </message>
    <message>
        <source>both a file and a folder</source>
        <translation>sowohl Datei als auch Ordner</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <extracomment>%1 is the name of a field; %2 is what it should be, such as &quot;a text&quot; or &quot;a list&quot;.</extracomment>
        <translation>„%1“ müsste %2 sein</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a size in bytes</source>
        <translation>eine Größe in Byte</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a hash</source>
        <translation>ein Hash</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>%1 is not what it should be: %2.</source>
        <translation>%1 ist nicht wie erwartet: %2.</translation>
    </message>
    <message>
        <source>%1 is not JSON.</source>
        <translation>%1 ist kein JSON.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 is not a JSON list.</source>
        <translation>%1 ist keine JSON-Liste.</translation>
    </message>
    <message>
        <source>the Hub at %1</source>
        <extracomment>Stands in sentences that say what went wrong there; the first letter of each is made large.</extracomment>
        <translation>der Hub unter %1</translation>
    </message>
    <message>
        <source>the download server %1</source>
        <translation>der Download-Server %1</translation>
    </message>
    <message>
        <source>The name %1 cannot be found. Check the network connection, and HF_ENDPOINT if it is set.</source>
        <translation>Der Name %1 wurde nicht gefunden. Prüfen Sie die Netzwerkverbindung und, falls gesetzt, HF_ENDPOINT.</translation>
    </message>
    <message>
        <source>%1 does not accept connections. Check that the address is right and the server is running.</source>
        <translation>%1 nimmt keine Verbindungen an. Prüfen Sie, ob die Adresse stimmt und der Server läuft.</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate was not accepted. Check the computer&apos;s clock and, behind a company proxy, its certificates.</source>
        <translation>%1 ist nicht sicher erreichbar: Das Zertifikat wurde nicht akzeptiert. Prüfen Sie die Uhr des Computers und, hinter einem Firmen-Proxy, dessen Zertifikate.</translation>
    </message>
    <message>
        <source>The proxy did not let hugger through to %1. Check the proxy settings.</source>
        <translation>%1 ist über den Proxy nicht erreichbar. Prüfen Sie die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again; what was fetched is kept.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to %1 failed. Try again; what was fetched is kept.</source>
        <translation>%1 war nicht erreichbar, oder die Verbindung brach ab. Versuchen Sie es erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer is larger than any real one (%1 MiB). Try again later.</source>
        <translation>Die Antwort des Hubs ist größer als jede echte (%1 MiB). Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer is compressed although hugger did not ask for that. A proxy in between may do it; try without it.</source>
        <translation>Die Antwort des Hubs ist komprimiert, obwohl hugger das nicht verlangt hat. Das kann an einem Proxy dazwischen liegen; versuchen Sie es ohne ihn.</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer was cut short. Try again.</source>
        <translation>Die Antwort des Hubs brach vorzeitig ab. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The Hub sends hugger round in circles. Try again later.</source>
        <translation>Der Hub schickt hugger im Kreis. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The Hub sent hugger to another server (%1) for something only the Hub itself may answer. Check the endpoint in use.</source>
        <translation>Der Hub hat hugger an einen anderen Server (%1) verwiesen, obwohl hier nur der Hub selbst antworten darf. Prüfen Sie den verwendeten Endpunkt.</translation>
    </message>
    <message>
        <source>The Hub&apos;s address (HF_ENDPOINT) must look like https://huggingface.co: http or https, a host, no user name.</source>
        <translation>Die Adresse des Hubs (HF_ENDPOINT) muss so aussehen: https://huggingface.co – http oder https, ein Host, kein Benutzername.</translation>
    </message>
    <message>
        <source>The Hub sent hugger to an address it does not follow (%1). Check the endpoint in use, or try again later.</source>
        <translation>Der Hub hat hugger an eine Adresse verwiesen, der es nicht folgt (%1). Prüfen Sie den verwendeten Endpunkt oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>no valid address</source>
        <translation>keine gültige Adresse</translation>
    </message>
    <message>
        <source>the scheme &quot;%1&quot;</source>
        <translation>das Schema „%1“</translation>
    </message>
    <message>
        <source>from https down to http</source>
        <translation>von https zurück zu http</translation>
    </message>
    <message>
        <source>a user name in the address</source>
        <translation>ein Benutzername in der Adresse</translation>
    </message>
    <message>
        <source>an address of a private network</source>
        <translation>eine Adresse in einem privaten Netzwerk</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer about %1</source>
        <translation>Die Antwort des Hubs (%1)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A repo at a revision: &quot;acme/tiny at main&quot;.</extracomment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Try again later, and check the endpoint in use.</source>
        <translation>Versuchen Sie es später erneut und prüfen Sie den verwendeten Endpunkt.</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 goes on at an address that is not the Hub&apos;s.</source>
        <translation>Die Dateiliste des Hubs zu %1 geht an einer Adresse weiter, die nicht dem Hub gehört.</translation>
    </message>
    <message>
        <source>A web page came back where the Hub&apos;s data was due. Networks that want a login do this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it.</source>
        <translation>Statt der Daten des Hubs kam eine Webseite. Das geschieht in Netzwerken mit Anmeldung: Öffnen Sie eine beliebige Seite im Browser, melden Sie sich an und versuchen Sie es erneut. Falls HF_ENDPOINT gesetzt ist, prüfen Sie es.</translation>
    </message>
    <message>
        <source>The Hub was asked for commit %1 of %2 and answered about another one. Try again later, and check the endpoint in use.</source>
        <translation>Der Hub wurde nach Commit %1 von %2 gefragt und hat zu einem anderen geantwortet. Versuchen Sie es später erneut und prüfen Sie den verwendeten Endpunkt.</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 has more than a million files, which hugger does not take in.</source>
        <translation>Die Dateiliste des Hubs zu %1 hat mehr als eine Million Dateien; so viele nimmt hugger nicht auf.</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 repeats itself and has no end.</source>
        <translation>Die Dateiliste des Hubs zu %1 wiederholt sich und endet nicht.</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 goes on and on in tiny pages and has no end.</source>
        <translation>Die Dateiliste des Hubs zu %1 geht in winzigen Seiten immer weiter und endet nicht.</translation>
    </message>
    <message numerus="yes">
        <source>The Hub&apos;s listing of %1 has more than %n pages.</source>
        <translation>
            <numerusform>Die Dateiliste des Hubs zu %1 hat mehr als %n Seite.</numerusform>
            <numerusform>Die Dateiliste des Hubs zu %1 hat mehr als %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>the branches of %1</source>
        <translation>Branches von %1</translation>
    </message>
    <message>
        <source>the history of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A file in a repo: &quot;config.json in acme/tiny at main&quot;.</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer about %1 is not one of a Hub. A network that wants a login may be in between, or the endpoint in use is wrong; check both and try again.</source>
        <translation>Die Antwort des Hubs (%1) stammt nicht von einem Hub. Vielleicht ist ein Netzwerk mit Anmeldung dazwischen, oder der verwendete Endpunkt ist falsch; prüfen Sie beides und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>No token is set. Make one at %1/settings/tokens (read access is enough) and set it in the settings or with `hugger token set`.</source>
        <translation>Es ist kein Token gesetzt. Erstellen Sie eines unter %1/settings/tokens (Lesezugriff genügt) und setzen Sie es in den Einstellungen oder mit `hugger token set`.</translation>
    </message>
    <message>
        <source>the token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>The model %1</source>
        <extracomment>Begins a sentence: &quot;The model acme/tiny does not exist ...&quot;</extracomment>
        <translation>Das Modell %1</translation>
    </message>
    <message>
        <source>The dataset %1</source>
        <translation>Der Datensatz %1</translation>
    </message>
    <message>
        <source>The space %1</source>
        <translation>Der Space %1</translation>
    </message>
    <message>
        <source>%1 does not exist at %2, or the account of the token in use may not see it. Check the spelling, and whose token it is.</source>
        <translation>%1 existiert unter %2 nicht, oder das Konto des verwendeten Tokens darf es nicht sehen. Prüfen Sie die Schreibweise und wessen Token es ist.</translation>
    </message>
    <message>
        <source>%1 does not exist or is private; the Hub does not say which. Check the spelling; to reach a private repo set a token in the settings or with `hugger token set`.</source>
        <translation>%1 existiert nicht oder ist privat; der Hub sagt nicht, was davon. Prüfen Sie die Schreibweise; für ein privates Repo setzen Sie ein Token in den Einstellungen oder mit `hugger token set`.</translation>
    </message>
    <message>
        <source>If %1 is a user or an organisation, name one of its repos, as in %1/name.</source>
        <translation>Falls %1 ein Benutzer oder eine Organisation ist, nennen Sie eines der Repos, etwa %1/name.</translation>
    </message>
    <message>
        <source>The files of %1 are behind a gate. Ask for access at %2 in your browser, then set a token of the same account in the settings or with `hugger token set` and start again.</source>
        <translation>Die Dateien von %1 sind zugangsbeschränkt. Beantragen Sie im Browser unter %2 Zugang, setzen Sie dann ein Token desselben Kontos in den Einstellungen oder mit `hugger token set` und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The files of %1 are behind a gate. Ask for access at %2 in your browser, then start again once it is granted. It must be the account of the token in use.</source>
        <translation>Die Dateien von %1 sind zugangsbeschränkt. Beantragen Sie im Browser unter %2 Zugang und starten Sie erneut, sobald er gewährt ist. Es muss das Konto des verwendeten Tokens sein.</translation>
    </message>
    <message>
        <source>There is no such revision: %1. Look up its branches and tags at %2/tree/main.</source>
        <translation>Diese Revision gibt es nicht: %1. Branches und Tags finden Sie unter %2/tree/main.</translation>
    </message>
    <message>
        <source>There is no such file: %1. See what there is with `hugger files %2`.</source>
        <translation>Diese Datei gibt es nicht: %1. Was es gibt, zeigt `hugger files %2`.</translation>
    </message>
    <message>
        <source>The Hub has disabled %1; nobody can fetch it at present. What is held of it stays. Look at %2 for the reason.</source>
        <translation>Der Hub hat %1 gesperrt; zurzeit kann niemand es herunterladen. Was davon archiviert ist, bleibt. Den Grund finden Sie unter %2.</translation>
    </message>
    <message>
        <source>%1 wants a token for this, and none is set. Make one at %1/settings/tokens (read access is enough) and set it in the settings or with `hugger token set`.</source>
        <translation>%1 verlangt hierfür ein Token, und es ist keines gesetzt. Erstellen Sie eines unter %1/settings/tokens (Lesezugriff genügt) und setzen Sie es in den Einstellungen oder mit `hugger token set`.</translation>
    </message>
    <message>
        <source>The Hub does not accept the token in use; it may have expired or been revoked. Make a new one at %1/settings/tokens and set it in the settings or with `hugger token set`.</source>
        <translation>Der Hub akzeptiert das verwendete Token nicht; es könnte abgelaufen oder widerrufen sein. Erstellen Sie ein neues unter %1/settings/tokens und setzen Sie es in den Einstellungen oder mit `hugger token set`.</translation>
    </message>
    <message>
        <source>A web page came back where the Hub&apos;s data was due (status %1). Networks that want a login do this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it.</source>
        <translation>Statt der Daten des Hubs kam eine Webseite (Status %1). Das geschieht in Netzwerken mit Anmeldung: Öffnen Sie eine beliebige Seite im Browser, melden Sie sich an und versuchen Sie es erneut. Falls HF_ENDPOINT gesetzt ist, prüfen Sie es.</translation>
    </message>
    <message>
        <source>The Hub refuses %1 (status %2%3). Look at %4 in your browser, and check that the token in use may read it.</source>
        <extracomment>%3 is what the Hub says itself, after a colon, or nothing.</extracomment>
        <translation>Der Hub verweigert den Zugriff: %1 (Status %2%3). Sehen Sie im Browser unter %4 nach und prüfen Sie, ob das verwendete Token es lesen darf.</translation>
    </message>
    <message>
        <source>The Hub answers no more requests for now: its limit is used up. Wait some minutes and try again.</source>
        <translation>Der Hub beantwortet vorerst keine Anfragen mehr: Das Limit ist ausgeschöpft. Warten Sie einige Minuten und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The Hub answers no more requests for now: its limit is used up. Wait some minutes and try again; with a token the limit is higher (settings, or `hugger token set`).</source>
        <translation>Der Hub beantwortet vorerst keine Anfragen mehr: Das Limit ist ausgeschöpft. Warten Sie einige Minuten und versuchen Sie es erneut; mit einem Token ist das Limit höher (Einstellungen oder `hugger token set`).</translation>
    </message>
    <message>
        <source>The Hub is failing at the moment (status %1). Try again later; what was fetched is kept.</source>
        <translation>Der Hub ist im Moment gestört (Status %1). Versuchen Sie es später erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The Hub answered about %1 with status %2%3, which hugger does not expect there. Try again later, and check the endpoint in use.</source>
        <extracomment>%3 is what the Hub says itself, in brackets, or nothing.</extracomment>
        <translation>Unerwartete Antwort des Hubs: %1, Status %2%3. Versuchen Sie es später erneut und prüfen Sie den verwendeten Endpunkt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not a text</source>
        <translation>„%1“ enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>&quot;gated&quot; is neither true, false nor a text</source>
        <translation>„gated“ ist weder true noch false noch ein Text</translation>
    </message>
    <message>
        <source>a file has two different sizes</source>
        <translation>eine Datei hat zwei verschiedene Größen</translation>
    </message>
    <message>
        <source>a ref is not an object</source>
        <translation>eine Ref ist kein Objekt</translation>
    </message>
    <message>
        <source>a ref has no name</source>
        <translation>eine Ref hat keinen Namen</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is nested more than %1 levels deep</source>
        <translation>sie ist mehr als %1 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>&quot;id&quot; is not the id of a repo</source>
        <translation>„id“ ist keine Repo-ID</translation>
    </message>
    <message>
        <source>an entry is not an object</source>
        <translation>ein Element ist kein Objekt</translation>
    </message>
    <message>
        <source>an entry has no path</source>
        <translation>ein Element hat keinen Pfad</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>ein Teil davon ist leer</translation>
    </message>
    <message>
        <source>only letters, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot; may be in it</source>
        <translation>nur Buchstaben, Ziffern, „_“, „-“ und „.“ sind erlaubt</translation>
    </message>
    <message>
        <source>a part of it is longer than %1 characters</source>
        <translation>ein Teil davon ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>its parts may not begin or end with &quot;-&quot; or &quot;.&quot;</source>
        <translation>die Teile dürfen nicht mit „-“ oder „.“ beginnen oder enden</translation>
    </message>
    <message>
        <source>it has more than one &quot;/&quot;</source>
        <translation>sie hat mehr als einen „/“</translation>
    </message>
    <message>
        <source>&quot;--&quot; and &quot;..&quot; may not be in it</source>
        <translation>„--“ und „..“ sind nicht erlaubt</translation>
    </message>
    <message>
        <source>it may not end with &quot;.git&quot;</source>
        <translation>sie darf nicht mit „.git“ enden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind of repo. There are: model, dataset, space.</source>
        <translation>„%1“ ist keine Repo-Art. Es gibt: model, dataset, space.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a repo: %2. An id looks like org/name.</source>
        <translation>„%1“ ist keine Repo-ID: %2. Eine ID sieht so aus: org/name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a repo. Give an id (org/name, datasets/org/name, spaces/org/name, with @REVISION if you like) or a link to its page on the Hub.</source>
        <translation>„%1“ bezeichnet kein Repo. Geben Sie eine ID an (org/name, datasets/org/name, spaces/org/name, bei Bedarf mit @REVISION) oder einen Link zur Seite auf dem Hub.</translation>
    </message>
    <message>
        <source>That link leads to %1, not to a repo. Give a link to the page of a model, dataset or space.</source>
        <translation>Dieser Link zeigt %1, kein Repo. Geben Sie einen Link zur Seite eines Modells, Datensatzes oder Space an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path a file in a repo can have. Give a link to the page of the repo.</source>
        <translation>„%1“ ist kein Pfad, den eine Datei in einem Repo haben kann. Geben Sie einen Link zur Seite des Repos an.</translation>
    </message>
    <message>
        <source>&quot;:%1&quot; after an id is Ollama&apos;s way to name one file. Give %2 and choose the file (--include &apos;*%1*&apos;).</source>
        <translation>„:%1“ nach einer ID ist die Art, wie Ollama eine einzelne Datei benennt. Geben Sie %2 an und wählen Sie die Datei (--include &apos;*%1*&apos;).</translation>
    </message>
    <message>
        <source>the front page of the Hub</source>
        <translation>die Startseite des Hubs</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>eine Liste von %1</translation>
    </message>
    <message>
        <source>hugger does not archive %1 yet. It archives models, datasets and spaces.</source>
        <translation>hugger archiviert %1 noch nicht. Es archiviert Modelle, Datensätze und Spaces.</translation>
    </message>
    <message>
        <source>a page of the Hub itself (/%1)</source>
        <translation>eine Seite des Hubs selbst (/%1)</translation>
    </message>
    <message>
        <source>the page of the user or organisation %1</source>
        <translation>die Seite des Benutzers oder der Organisation %1</translation>
    </message>
    <message>
        <source>That link has a user name or password in it. Leave it out; a token is set in the settings or with `hugger token set`.</source>
        <translation>Dieser Link enthält einen Benutzernamen oder ein Passwort. Lassen Sie das weg; ein Token setzen Sie in den Einstellungen oder mit `hugger token set`.</translation>
    </message>
    <message>
        <source>That link is not below %1, the endpoint in use.</source>
        <translation>Dieser Link liegt nicht unter %1, dem verwendeten Endpunkt.</translation>
    </message>
    <message>
        <source>That link leads to a running space, not to its files. Give a link to its page, as in huggingface.co/spaces/org/name.</source>
        <translation>Dieser Link führt zu einem laufenden Space, nicht zu dessen Dateien. Geben Sie einen Link zur Seite des Space an, etwa huggingface.co/spaces/org/name.</translation>
    </message>
    <message>
        <source>%1 is not the Hub. hugger understands links to huggingface.co, hf.co and the endpoint in use (%2).</source>
        <translation>%1 ist nicht der Hub. hugger versteht Links zu huggingface.co, hf.co und dem verwendeten Endpunkt (%2).</translation>
    </message>
    <message>
        <source>Nothing was given. Give an id such as org/name, or a link to a page on the Hub.</source>
        <translation>Es wurde nichts angegeben. Geben Sie eine ID wie org/name oder einen Link zu einer Seite auf dem Hub an.</translation>
    </message>
    <message>
        <source>hugger does not understand links that begin with &quot;%1://&quot;. Give a link that begins with https://, or an id such as org/name.</source>
        <translation>hugger versteht keine Links, die mit „%1://“ beginnen. Geben Sie einen Link an, der mit https:// beginnt, oder eine ID wie org/name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a file on this computer. Give an id such as org/name, or a link to a page on the Hub.</source>
        <translation>„%1“ sieht wie eine Datei auf diesem Computer aus. Geben Sie eine ID wie org/name oder einen Link zu einer Seite auf dem Hub an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a branch, tag or commit. Give one as the repo&apos;s page shows it, such as main, v1.0 or refs/pr/1.</source>
        <translation>„%1“ kann kein Branch-, Tag- oder Commit-Name sein. Geben Sie einen Namen so an, wie die Seite des Repos ihn zeigt, etwa main, v1.0 oder refs/pr/1.</translation>
    </message>
    <message>
        <source>Use the environment variable HF_TOKEN instead, or write the token to %1 (readable by you alone).</source>
        <translation>Nutzen Sie stattdessen die Umgebungsvariable HF_TOKEN oder schreiben Sie das Token in %1 (nur für Sie lesbar).</translation>
    </message>
    <message>
        <source>The desktop keychain did not answer within three seconds. If it asks to be unlocked, do that and try again.</source>
        <translation>Der Schlüsselbund des Desktops hat nicht innerhalb von drei Sekunden geantwortet. Falls er entsperrt werden will, tun Sie das und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>That is not a token: a token is one word of plain letters and digits, and begins with hf_ on the Hub. Copy it again from the Hub&apos;s settings.</source>
        <translation>Das ist kein Token: Ein Token ist ein Wort aus einfachen Buchstaben und Ziffern und beginnt auf dem Hub mit hf_. Kopieren Sie es erneut aus den Einstellungen des Hubs.</translation>
    </message>
    <message>
        <source>the desktop keychain</source>
        <translation>der Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>There is no desktop keychain here to keep the token in.</source>
        <translation>Hier gibt es keinen Desktop-Schlüsselbund, der das Token aufbewahren könnte.</translation>
    </message>
    <message>
        <source>The desktop keychain did not take the token.</source>
        <translation>Der Schlüsselbund des Desktops hat das Token nicht angenommen.</translation>
    </message>
    <message>
        <source>The desktop keychain did not remove the token.</source>
        <translation>Der Schlüsselbund des Desktops hat das Token nicht entfernt.</translation>
    </message>
    <message>
        <source>%1 became shorter while it was being fetched. Is another program at work there?</source>
        <translation>%1 wurde während des Herunterladens kürzer. Arbeitet dort ein anderes Programm?</translation>
    </message>
    <message>
        <source>The Hub sends hugger round in circles for %1. Try again later.</source>
        <translation>Der Hub schickt hugger für %1 im Kreis. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The Hub answered %1 for %2.</source>
        <translation>Der Hub hat mit %1 geantwortet: %2.</translation>
    </message>
    <message>
        <source>The Hub asks hugger to slow down and did not let up. Try again later, or set a token for a larger quota.</source>
        <translation>Der Hub bittet hugger um langsamere Anfragen und ließ nicht nach. Versuchen Sie es später erneut oder setzen Sie ein Token für ein größeres Kontingent.</translation>
    </message>
    <message>
        <source>The server for %1 answered with error %2. Try again later; what was fetched is kept.</source>
        <translation>Der Server für %1 hat mit Fehler %2 geantwortet. Versuchen Sie es später erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server says that %1 is shorter than the Hub lists it. Try again later.</source>
        <translation>Laut Server ist %1 kürzer als auf dem Hub angegeben. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The download server refused %1 (status %2), also with a fresh link. Try again later; what was fetched is kept.</source>
        <translation>Der Download-Server hat %1 verweigert (Status %2), auch mit frischem Link. Versuchen Sie es später erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 came compressed although hugger did not ask for that. A proxy in between may do it; try without it.</source>
        <translation>%1 kam komprimiert an, obwohl hugger das nicht verlangt hat. Das kann an einem Proxy dazwischen liegen; versuchen Sie es ohne ihn.</translation>
    </message>
    <message>
        <source>The server sent another part of %1 than hugger asked for. Try again later.</source>
        <translation>Der Server hat einen anderen Teil von %1 gesendet als angefordert. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server cannot send parts of %1.</source>
        <translation>Der Server kann %1 nicht in Teilen senden.</translation>
    </message>
    <message>
        <source>A web page came instead of %1: something between hugger and the Hub (a login page of the network?) answers in its place. Log in there if it asks for that, then try again.</source>
        <translation>Statt %1 kam eine Webseite: Etwas zwischen hugger und dem Hub (eine Anmeldeseite des Netzwerks?) antwortet an seiner Stelle. Melden Sie sich dort bei Bedarf an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The server sends %1 with %2 bytes, but the Hub lists it with %3. Try again later.</source>
        <translation>Der Server sendet %1 mit %2 Byte, der Hub gibt aber %3 an. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server sends a part of %1 with the wrong length. Try again later.</source>
        <translation>Der Server sendet einen Teil von %1 mit falscher Länge. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The server sent more bytes for %1 than the Hub lists. Try again later.</source>
        <translation>Der Server hat für %1 mehr Byte gesendet, als der Hub angibt. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 was cut short by the server. Try again; what was fetched is kept.</source>
        <translation>%1 wurde vom Server vorzeitig abgebrochen. Versuchen Sie es erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server stopped sending %1. Try again; what was fetched is kept.</source>
        <translation>Der Server sendet %1 nicht weiter. Versuchen Sie es erneut; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 is not what the Hub says it is: the hash of the fetched bytes differs.</source>
        <translation>%1 ist nicht, was der Hub angibt: Der Hash der heruntergeladenen Bytes weicht ab.</translation>
    </message>
    <message>
        <source>hugger was about to store a file under a name that is no SHA-256. Nothing was stored.</source>
        <translation>hugger wollte eine Datei unter einem Namen speichern, der kein SHA-256 ist. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>A file in incoming/ changed after it was proved. It was not stored; fetch it again.</source>
        <translation>Eine Datei in incoming/ hat sich nach der Prüfung geändert. Sie wurde nicht gespeichert; laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>The list of stores (stores.json)</source>
        <translation>Die Liste der Speicher (stores.json)</translation>
    </message>
    <message>
        <source>The list of stores was written by a newer hugger. Update hugger to use this profile.</source>
        <translation>Die Liste der Speicher wurde von einem neueren hugger geschrieben. Aktualisieren Sie hugger, um dieses Profil zu nutzen.</translation>
    </message>
    <message>
        <source>%1 has a store without a valid id.</source>
        <translation>%1 enthält einen Speicher ohne gültige ID.</translation>
    </message>
    <message>
        <source>%1 and the store at %2 would lie one inside the other. Name another folder.</source>
        <translation>%1 und der Speicher unter %2 würden ineinander liegen. Geben Sie einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>There is a store called &quot;%1&quot; already. Give this one another label.</source>
        <translation>Es gibt schon einen Speicher namens „%1“. Geben Sie diesem eine andere Bezeichnung.</translation>
    </message>
    <message>
        <source>There is no store called &quot;%1&quot;. See `hugger stores`.</source>
        <translation>Es gibt keinen Speicher namens „%1“. Siehe `hugger stores`.</translation>
    </message>
    <message>
        <source>%1 is not a folder, so it cannot be hugger&apos;s profile. Name a folder.</source>
        <translation>%1 ist kein Ordner und kann daher nicht das Profil von hugger sein. Geben Sie einen Ordner an.</translation>
    </message>
    <message>
        <source>Another hugger is using this profile. Close it, or wait until it has finished.</source>
        <translation>Ein anderes hugger nutzt dieses Profil. Schließen Sie es oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Another hugger (process %1) is using this profile. Close it, or wait until it has finished.</source>
        <translation>Ein anderes hugger (Prozess %1) nutzt dieses Profil. Schließen Sie es oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The store at %1 is a copy of the one at %2, and hugger could not tell them apart. Unplug one of them.</source>
        <translation>Der Speicher unter %1 ist eine Kopie des Speichers unter %2, und hugger könnte sie nicht auseinanderhalten. Trennen Sie einen davon.</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is not at %2; another store is there. Plug in its drive, then try again.</source>
        <translation>Der Speicher „%1“ ist nicht unter %2; dort liegt ein anderer. Schließen Sie sein Laufwerk an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The record of %1 at %2</source>
        <translation>Der Eintrag zu %1 bei %2</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Archive the same commit again to make it anew.</source>
        <translation>%1 ist beschädigt: %2. Archivieren Sie denselben Commit noch einmal, um ihn neu anzulegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no valid size</source>
        <translation>„%1“ hat keine gültige Größe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no valid hash</source>
        <translation>„%1“ hat keinen gültigen Hash</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has something else than texts in it</source>
        <translation>„%1“ enthält anderes als Texte</translation>
    </message>
    <message>
        <source>&quot;selections&quot; is not a list of rules</source>
        <translation>„selections“ ist keine Liste von Regeln</translation>
    </message>
    <message>
        <source>&quot;gated&quot; is none of false, &quot;auto&quot; and &quot;manual&quot;</source>
        <translation>„gated“ ist weder false noch „auto“ noch „manual“</translation>
    </message>
    <message>
        <source>&quot;commit&quot; is not a commit</source>
        <translation>„commit“ ist kein Commit</translation>
    </message>
    <message>
        <source>a time in it is not ISO 8601 UTC</source>
        <translation>eine Zeitangabe darin ist kein ISO 8601 UTC</translation>
    </message>
    <message>
        <source>it holds more files than it lists</source>
        <translation>er enthält mehr Dateien, als er auflistet</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>This record was written by a newer hugger. Update hugger to use it; it was not changed.</source>
        <translation>Dieser Eintrag wurde von einem neueren hugger geschrieben. Aktualisieren Sie hugger, um ihn zu nutzen; er wurde nicht geändert.</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is no kind of repo</source>
        <translation>„kind“ ist keine Repo-Art</translation>
    </message>
    <message>
        <source>its totals are not those of its files</source>
        <translation>seine Summen passen nicht zu seinen Dateien</translation>
    </message>
    <message>
        <source>An answer of the Hub could not be kept with the record. Nothing was recorded.</source>
        <translation>Eine Antwort des Hubs konnte nicht mit dem Eintrag aufbewahrt werden. Es wurde nichts eingetragen.</translation>
    </message>
    <message>
        <source>%1 was not recorded: the content of one of its files is not in the store. Archive it again.</source>
        <translation>%1 wurde nicht eingetragen: Der Inhalt einer der Dateien fehlt im Speicher. Archivieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 at %2 is not in this store.</source>
        <translation>%1 bei %2 ist nicht in diesem Speicher.</translation>
    </message>
    <message>
        <source>The record in %1 is about something else (%2). Archive %3 again to make it anew.</source>
        <translation>Der Eintrag in %1 gehört zu etwas anderem (%2). Archivieren Sie %3 noch einmal, um ihn neu anzulegen.</translation>
    </message>
    <message>
        <source>The record in %1</source>
        <translation>Der Eintrag in %1</translation>
    </message>
    <message>
        <source>The kept listing of %1</source>
        <translation>Die aufbewahrte Dateiliste zu %1</translation>
    </message>
    <message>
        <source>%1 is not there. Archive the same commit again to get it.</source>
        <translation>%1 ist nicht da. Archivieren Sie denselben Commit noch einmal, um sie zu erhalten.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address must look like http://host:port or socks5://host:port.</source>
        <translation>Die Adresse des Proxys muss so aussehen: http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>The store at %1 is not there. Plug in or mount its drive, then try again.</source>
        <translation>Der Speicher unter %1 ist nicht da. Schließen Sie sein Laufwerk an oder hängen Sie es ein und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The identity of the store (%1)</source>
        <translation>Die Kennung des Speichers (%1)</translation>
    </message>
    <message>
        <source>The store at %1 was made by a newer hugger. Update hugger to use it; nothing in it was changed.</source>
        <translation>Der Speicher unter %1 wurde von einem neueren hugger angelegt. Aktualisieren Sie hugger, um ihn zu nutzen; darin wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 has no valid id.</source>
        <translation>%1 hat keine gültige ID.</translation>
    </message>
    <message>
        <source>%1 is not a folder. Name an empty or new one.</source>
        <translation>%1 ist kein Ordner. Geben Sie einen leeren oder neuen an.</translation>
    </message>
    <message>
        <source>%1 is not empty (it has &quot;%2&quot;) and is no store. Name an empty or new folder.</source>
        <translation>%1 ist nicht leer (enthält „%2“) und kein Speicher. Geben Sie einen leeren oder neuen Ordner an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the label of a store. Use 1 to %2 printable characters.</source>
        <translation>„%1“ kann nicht die Bezeichnung eines Speichers sein. Nutzen Sie 1 bis %2 druckbare Zeichen.</translation>
    </message>
    <message>
        <source>hugger could not put damaged bytes aside: their name is not valid.</source>
        <translation>hugger konnte beschädigte Bytes nicht beiseitelegen: Ihr Name ist ungültig.</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; in the trash. The events (`hugger events`) say what was moved there, and as what.</source>
        <translation>Im Papierkorb gibt es nichts namens „%1“. Die Ereignisse (`hugger events`) zeigen, was unter welchem Namen dorthin verschoben wurde.</translation>
    </message>
    <message>
        <source>The trash entry</source>
        <translation>Der Papierkorbeintrag</translation>
    </message>
    <message>
        <source>The content of a file is missing from the store. Verifying says which, and repairing fetches it again.</source>
        <translation>Der Inhalt einer Datei fehlt im Speicher. Prüfen zeigt, welcher, und Reparieren lädt ihn erneut herunter.</translation>
    </message>
    <message>
        <source>The drive of this store knows no links (exFAT?), so the folder of plain-named files is left out. Everything is held all the same; HOW-TO-READ-THIS.txt in the store says how to copy plain files out.</source>
        <translation>Das Laufwerk dieses Speichers kennt keine Links (exFAT?), daher entfällt der Ordner mit den normal benannten Dateien. Archiviert ist trotzdem alles; HOW-TO-READ-THIS.txt im Speicher erklärt, wie sich normale Dateien herauskopieren lassen.</translation>
    </message>
    <message>
        <source>%1 is damaged. Start hugger again: it puts the file aside and makes a new one.</source>
        <translation>%1 ist beschädigt. Starten Sie hugger neu: Es legt die Datei beiseite und erstellt eine neue.</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>Hier ist noch nichts.</translation>
    </message>
    <message>
        <source>%1 was written by a newer hugger. Update hugger to use it; it was not changed.</source>
        <translation>%1 wurde von einem neueren hugger geschrieben. Aktualisieren Sie hugger, um es zu nutzen; es wurde nicht geändert.</translation>
    </message>
    <message>
        <source>%1 was written by an older hugger. Run any command that changes something, then try again.</source>
        <translation>%1 wurde von einem älteren hugger geschrieben. Führen Sie einen beliebigen Befehl aus, der etwas ändert, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another process is using %1. Try again in a moment.</source>
        <translation>Ein anderer Prozess nutzt %1. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be used (%2).</source>
        <translation>%1 konnte nicht genutzt werden (%2).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the beginning of a commit. Give at least four of its hexadecimal digits.</source>
        <translation>„%1“ ist nicht der Anfang eines Commits. Geben Sie mindestens vier seiner Hexadezimalziffern an.</translation>
    </message>
    <message>
        <source>This snapshot is not held any more.</source>
        <translation>Dieser Snapshot ist nicht mehr archiviert.</translation>
    </message>
    <message>
        <source>There is no job %1. It may have been cleared from the list.</source>
        <translation>Es gibt keinen Job %1. Er wurde vielleicht aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>The copy in another store is damaged.</source>
        <translation>Die Kopie in einem anderen Speicher ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>(%n more files like it; see the details.)</source>
        <translation>
            <numerusform>(%n weitere Datei dieser Art; siehe Details.)</numerusform>
            <numerusform>(%n weitere Dateien dieser Art; siehe Details.)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came with the wrong hash twice. The bytes are kept aside in %2 and are not part of the archive. Try again later, or tell the owner of the repo.</source>
        <translation>%1 kam zweimal mit falschem Hash an. Die Bytes liegen in %2 beiseite und gehören nicht zum Archiv. Versuchen Sie es später erneut oder informieren Sie den Eigentümer des Repos.</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>Es wurde nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>%1 is not in the archive any more.</source>
        <translation>%1 ist nicht mehr im Archiv.</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is unplugged. Plug it in and verify again.</source>
        <translation>Der Speicher „%1“ ist nicht angeschlossen. Schließen Sie ihn an und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 files are not what was archived. Repair fetches them again.</source>
        <translation>%1: %2 von %3 Dateien sind nicht, was archiviert wurde. Reparieren lädt sie erneut herunter.</translation>
    </message>
    <message>
        <source>Job %1 has ended; there is nothing to pause.</source>
        <translation>Job %1 ist beendet; es gibt nichts zu pausieren.</translation>
    </message>
    <message>
        <source>Job %1 has ended. Retry it (`hugger retry %1`) to do it again.</source>
        <translation>Job %1 ist beendet. Mit `hugger retry %1` lässt er sich wiederholen.</translation>
    </message>
    <message>
        <source>Job %1 has ended; there is nothing to cancel.</source>
        <translation>Job %1 ist beendet; es gibt nichts abzubrechen.</translation>
    </message>
    <message>
        <source>Job %1 ended well; there is nothing to try again.</source>
        <translation>Job %1 ist erfolgreich beendet; es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The Hub asks for a pause of %1.</source>
        <translation>Der Hub bittet um eine Pause von %1.</translation>
    </message>
    <message>
        <source>The list of jobs was damaged; it was put aside in %1 and begun anew. What was fetched is kept.</source>
        <translation>Die Jobliste war beschädigt; sie liegt nun in %1 beiseite und wurde neu begonnen. Was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>The catalog was damaged; it was put aside and rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>Der Katalog war beschädigt; er wurde beiseitegelegt und aus %n Eintrag neu aufgebaut. Nichts ist verloren.</numerusform>
            <numerusform>Der Katalog war beschädigt; er wurde beiseitegelegt und aus %n Einträgen neu aufgebaut. Nichts ist verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The catalog was missing; it was rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>Der Katalog fehlte; er wurde aus %n Eintrag neu aufgebaut. Nichts ist verloren.</numerusform>
            <numerusform>Der Katalog fehlte; er wurde aus %n Einträgen neu aufgebaut. Nichts ist verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The store &quot;%1&quot; has %n snapshots that the catalog did not know; they are in it now.</source>
        <translation>
            <numerusform>Der Speicher „%1“ hat %n Snapshot, den der Katalog nicht kannte; er ist jetzt darin.</numerusform>
            <numerusform>Der Speicher „%1“ hat %n Snapshots, die der Katalog nicht kannte; sie sind jetzt darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no store yet; the first archive makes one.</source>
        <translation>Es gibt noch keinen Speicher; das erste Archivieren legt einen an.</translation>
    </message>
    <message>
        <source>%1 is not in the archive. See what is with `hugger list`, or fetch it with `hugger archive %2`.</source>
        <translation>%1 ist nicht im Archiv. `hugger list` zeigt, was darin ist; `hugger archive %2` lädt es herunter.</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; in the trash. Its time may be up, or its store is unplugged.</source>
        <translation>Im Papierkorb gibt es nichts namens „%1“. Vielleicht ist die Frist abgelaufen, oder der Speicher ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is unplugged: its snapshots are read when it is back.</source>
        <translation>Der Speicher „%1“ ist nicht angeschlossen: Seine Snapshots werden gelesen, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Reading the records of the store &quot;%1&quot;.</source>
        <translation>Die Einträge des Speichers „%1“ werden gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read and is left where it is: %2</source>
        <translation>%1 ist nicht lesbar und bleibt, wo es ist: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of files, &quot;a.bin, b.bin, c.bin&quot;, of which only the first are named.</extracomment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is called %2 now; it is archived under that name.</source>
        <translation>%1 heißt jetzt %2; es wird unter diesem Namen archiviert.</translation>
    </message>
    <message>
        <source>The Hub has disabled this repo; some files may be refused.</source>
        <translation>Der Hub hat dieses Repo gesperrt; manche Dateien könnten verweigert werden.</translation>
    </message>
    <message>
        <source>The repo names no license.</source>
        <translation>Das Repo nennt keine Lizenz.</translation>
    </message>
    <message>
        <source>May hold pickles, which can run code when loaded: %1.</source>
        <translation>Enthält vielleicht Pickle-Dateien, die beim Laden Code ausführen können: %1.</translation>
    </message>
    <message>
        <source>Comes with Python code of its own: %1.</source>
        <translation>Bringt eigenen Python-Code mit: %1.</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the store (%2 of it needed by other jobs)</source>
        <translation>auf dem Datenträger des Speichers sind %1 frei (davon brauchen andere Jobs %2)</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the store</source>
        <translation>auf dem Datenträger des Speichers sind %1 frei</translation>
    </message>
    <message>
        <source>%1 does not fit: %2 are to be fetched, and %3. Free some space, choose fewer files (--include), or another store (--store).</source>
        <extracomment>%3 says how much room there is: &quot;3 GB are free on the disk of the store&quot;.</extracomment>
        <translation>%1 passt nicht: %2 sind herunterzuladen, und %3. Geben Sie Platz frei, wählen Sie weniger Dateien (--include) oder einen anderen Speicher (--store).</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n files of %1 at %2 match the selection. Choose other ones (--include; --dry-run shows what there is).</source>
        <translation>
            <numerusform>Die %n Datei von %1 bei %2 passt nicht zur Auswahl. Wählen Sie anders (--include; --dry-run zeigt, was es gibt).</numerusform>
            <numerusform>Keine der %n Dateien von %1 bei %2 passt zur Auswahl. Wählen Sie anders (--include; --dry-run zeigt, was es gibt).</numerusform>
        </translation>
    </message>
    <message>
        <source>the file is not in the store</source>
        <translation>die Datei ist nicht im Speicher</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 Byte statt %2</translation>
    </message>
    <message>
        <source>the bytes changed: SHA-256 is %1, should be %2</source>
        <translation>die Bytes haben sich geändert: SHA-256 ist %1, sollte %2 sein</translation>
    </message>
    <message>
        <source>The drive does not answer.</source>
        <translation>Das Laufwerk antwortet nicht.</translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation>Die Bibliothek ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The token is kept and in use now. The next time, %1 wins over it.</source>
        <translation>Das Token ist gespeichert und wird jetzt verwendet. Beim nächsten Mal hat %1 Vorrang.</translation>
    </message>
    <message>
        <source>The address to listen on must be one of this computer, as 192.168.1.5 or ::1.</source>
        <translation>Die Adresse muss eine dieses Computers sein, wie 192.168.1.5 oder ::1.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Waiting for the network.</source>
        <translation>Wartet auf das Netz.</translation>
    </message>
    <message>
        <source>The Hub asks for a pause.</source>
        <translation>Der Hub bittet um eine Pause.</translation>
    </message>
    <message>
        <source>Waiting for space on the disk.</source>
        <translation>Wartet auf Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Waiting for a token.</source>
        <translation>Wartet auf ein Token.</translation>
    </message>
    <message>
        <source>Waiting for its time.</source>
        <translation>Wartet auf seine Zeit.</translation>
    </message>
    <message>
        <source>Waiting for the drive of its store.</source>
        <translation>Wartet auf das Laufwerk seines Speichers.</translation>
    </message>
    <message>
        <source>hugger is still starting. Try again in a moment.</source>
        <translation>hugger startet noch. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Too much is asked for at once. Try again in a moment.</source>
        <translation>Es wird zu viel auf einmal gefragt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not in the archive.</source>
        <translation>%1 ist nicht im Archiv.</translation>
    </message>
    <message>
        <source>This snapshot</source>
        <translation>Dieser Snapshot</translation>
    </message>
    <message>
        <source>The trash keeps nothing: %1 would be gone for good. To remove it all the same, confirm with its id.</source>
        <translation>Der Papierkorb behält nichts: %1 wäre endgültig fort. Um es trotzdem zu entfernen, bestätigen Sie es mit der Kennung.</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>Diesen Auftrag gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no store called &quot;%1&quot;.</source>
        <translation>Es gibt keinen Speicher namens „%1“.</translation>
    </message>
    <message>
        <source>Too many jobs wait already. Try again when some are done.</source>
        <translation>Es warten schon zu viele Aufträge. Versuchen Sie es wieder, wenn einige fertig sind.</translation>
    </message>
    <message>
        <source>This hugger runs without a window.</source>
        <translation>Dieses hugger läuft ohne Fenster.</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) cannot be read. It is left as it is; none of them can connect until hugger can read it and is started again.</source>
        <translation>Die Liste der verbundenen Browser und Programme (clients.json) kann nicht gelesen werden. Sie bleibt, wie sie ist; keiner davon kann sich verbinden, bis hugger sie lesen kann und neu gestartet wird.</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) was damaged. It was put aside, and all of them have to connect again.</source>
        <translation>Die Liste der verbundenen Browser und Programme (clients.json) war beschädigt. Sie wurde beiseitegelegt, und alle müssen sich neu verbinden.</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) is damaged and cannot be put aside. It is left as it is; none of them can connect until it is gone and hugger is started again.</source>
        <translation>Die Liste der verbundenen Browser und Programme (clients.json) ist beschädigt und kann nicht beiseitegelegt werden. Sie bleibt, wie sie ist; keiner davon kann sich verbinden, bis sie fort ist und hugger neu gestartet wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n browsers and programs are connected already. Disconnect one of them first.</source>
        <translation>
            <numerusform>%n Browser oder Programm ist schon verbunden. Trennen Sie zuerst eines.</numerusform>
            <numerusform>%n Browser und Programme sind schon verbunden. Trennen Sie zuerst eines davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>No such browser or program is connected. It may have been disconnected before.</source>
        <translation>Ein solcher Browser oder ein solches Programm ist nicht verbunden. Vielleicht wurde es schon getrennt.</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) was written by a newer version of hugger. It is left as it is; none of them can connect until that version runs again.</source>
        <translation>Die Liste der verbundenen Browser und Programme (clients.json) wurde von einer neueren Version von hugger geschrieben. Sie bleibt, wie sie ist; keiner davon kann sich verbinden, bis jene Version wieder läuft.</translation>
    </message>
    <message>
        <source>Port %1 cannot be listened on: another program may have it. Choose another one.</source>
        <translation>Auf Port %1 kann nicht gelauscht werden: Vielleicht hat ihn ein anderes Programm. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>hugger cannot listen on port %1 or the next four: other programs may have them. Choose another one.</source>
        <translation>hugger kann weder auf Port %1 noch auf den nächsten vier lauschen: Vielleicht haben sie andere Programme. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>127.0.0.1 works; %1 cannot be listened on: it may be no address of this computer now. Try again once it is, or choose another one.</source>
        <translation>127.0.0.1 geht; auf %1 kann nicht gelauscht werden: Vielleicht ist das gerade keine Adresse dieses Computers. Versuchen Sie es wieder, wenn sie es ist, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no event %1.</source>
        <translation>Es gibt kein Ereignis %1.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and is not shown. Archive it to see it.</source>
        <translation>%1 ist größer als %2 und wird nicht angezeigt. Archivieren Sie es, um es zu sehen.</translation>
    </message>
    <message>
        <source>the repos of %1</source>
        <translation>die Repos von %1</translation>
    </message>
    <message>
        <source>The kept list of branches of %1</source>
        <translation>Die aufbewahrte Liste der Branches von %1</translation>
    </message>
    <message>
        <source>%1 came with other bytes than the Hub&apos;s listing says. A proxy or a network that wants a login may be in between; try again later.</source>
        <translation>%1 kam mit anderen Bytes, als die Liste des Hubs sagt. Vielleicht ist ein Proxy oder ein Netz mit Anmeldung dazwischen; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Files were chosen several times, each time with what to leave out; the update takes all that any of these takes, and perhaps more.</source>
        <translation>Dateien wurden mehrmals ausgewählt, jedes Mal mit Ausnahmen; die Aktualisierung nimmt alles, was eine dieser Auswahlen nimmt, und vielleicht mehr.</translation>
    </message>
    <message>
        <source>Another repo is called %1 now: there is no update to what is held. To archive the new one, too, archive it by its name.</source>
        <translation>Ein anderes Repo heißt jetzt %1: Für das Archivierte gibt es keine Aktualisierung. Um auch das neue zu archivieren, archivieren Sie es unter seinem Namen.</translation>
    </message>
    <message>
        <source>What is held of %1 cannot be read: its store is unplugged. Plug it in, then check again.</source>
        <translation>Was von %1 archiviert ist, lässt sich nicht lesen: Sein Speicher ist nicht angeschlossen. Schließen Sie ihn an und sehen Sie dann wieder nach.</translation>
    </message>
    <message>
        <source>%1 seems gone, and so do others at once. That is more likely a failing Hub, or something between it and you, than so many deletions: nothing was concluded. Check again later; what stays so for some hours is believed.</source>
        <translation>%1 scheint verschwunden zu sein, und andere zugleich auch. Eher ist der Hub gestört, oder etwas zwischen ihm und Ihnen, als dass so vieles gelöscht wurde: Daraus wurde nichts geschlossen. Sehen Sie später wieder nach; was einige Stunden so bleibt, gilt.</translation>
    </message>
    <message>
        <source>%1 was archived from %2, and %3 does not have it. Nothing follows from that; check it with the endpoint it comes from.</source>
        <translation>%1 wurde von %2 archiviert, und %3 hat es nicht. Daraus folgt nichts; sehen Sie mit der Adresse nach, von der es stammt.</translation>
    </message>
    <message>
        <source>Another repository has the name %1 now, and the Hub does not say where the one you hold is. Archive the new one by hand if you want it, too.</source>
        <translation>Ein anderes Repo hat jetzt den Namen %1, und der Hub sagt nicht, wo Ihres ist. Archivieren Sie das neue von Hand, wenn Sie es auch wollen.</translation>
    </message>
    <message>
        <source>%1 cannot be had from the Hub any more: this may be the last copy there is.</source>
        <translation>%1 ist vom Hub nicht mehr zu bekommen: Dies könnte die letzte Kopie sein.</translation>
    </message>
    <message>
        <source>The Hub does not give %1 to everybody any more: this may be the last copy you can have.</source>
        <translation>Der Hub gibt %1 nicht mehr jedem: Dies könnte die letzte Kopie sein, die Sie bekommen.</translation>
    </message>
    <message>
        <source>%1 has another license at the Hub now: this may be the last copy under the old one.</source>
        <translation>%1 hat auf dem Hub jetzt eine andere Lizenz: Dies könnte die letzte Kopie unter der alten sein.</translation>
    </message>
    <message>
        <source>To remove it all the same, confirm with its id.</source>
        <translation>Um sie trotzdem zu entfernen, bestätigen Sie mit der ID.</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>Dieses Ereignis gibt es nicht.</translation>
    </message>
    <message>
        <source>Everything has been asked about just now. Try again in a minute.</source>
        <translation>Nach allem wurde gerade erst gefragt. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>This hugger cannot do job %1.</source>
        <translation>Dieser hugger kann Auftrag %1 nicht ausführen.</translation>
    </message>
    <message>
        <source>it is a hard link</source>
        <translation>es ist ein Hardlink</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>es ist verschlüsselt</translation>
    </message>
    <message>
        <source>it is marked to run with the rights of its owner (setuid, setgid or sticky)</source>
        <translation>es soll mit den Rechten seines Eigentümers laufen (setuid, setgid oder sticky)</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>es ist ein symbolischer Link</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>es ist ein Gerät</translation>
    </message>
    <message>
        <source>it is a named pipe</source>
        <translation>es ist eine benannte Pipe</translation>
    </message>
    <message>
        <source>it is neither a file nor a folder</source>
        <translation>es ist weder Datei noch Ordner</translation>
    </message>
    <message>
        <source>This installation of libarchive cannot read %1. Install a complete one.</source>
        <translation>Diese Installation von libarchive kann %1 nicht lesen. Installieren Sie eine vollständige.</translation>
    </message>
    <message>
        <source>the bundle cannot be read there (%1): it is damaged or cut short</source>
        <translation>dort lässt sich das Bundle nicht lesen (%1): Es ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>its size is not the one that the bundle says</source>
        <translation>seine Größe ist nicht die, die das Bundle nennt</translation>
    </message>
    <message>
        <source>Line %2 of %1 in the bundle is not what it should be. Get the bundle again from where it was made.</source>
        <translation>Zeile %2 von %1 im Bundle ist nicht, was sie sein sollte. Holen Sie das Bundle erneut von dort, wo es erstellt wurde.</translation>
    </message>
    <message>
        <source>The bundle is a BagIt bag of version %1.%2, which this hugger cannot read. Take one of version 1.0.</source>
        <translation>Das Bundle ist ein BagIt-Bag der Version %1.%2, die dieser hugger nicht lesen kann. Nehmen Sie eins der Version 1.0.</translation>
    </message>
    <message>
        <source>The texts of the bundle are in %1, and hugger reads UTF-8 only. Have the bag made anew in UTF-8.</source>
        <translation>Die Texte des Bundles sind in %1, und hugger liest nur UTF-8. Lassen Sie das Bag in UTF-8 neu erstellen.</translation>
    </message>
    <message>
        <source>This job cannot be read any more. Cancel it and ask again.</source>
        <translation>Dieser Auftrag ist nicht mehr lesbar. Brechen Sie ihn ab und stellen Sie ihn neu.</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>the manifest lists it, and its name is not safe to store (%1)</source>
        <translation>das Manifest führt es auf, und sein Name lässt sich nicht sicher speichern (%1)</translation>
    </message>
    <message>
        <source>the manifest lists it, and it is not in data/</source>
        <translation>das Manifest führt es auf, und es liegt nicht in data/</translation>
    </message>
    <message>
        <source>it is about %1 at %2</source>
        <translation>es handelt von %1 bei %2</translation>
    </message>
    <message>
        <source>it is not what hugger-bundle.json says about it</source>
        <translation>es ist nicht, was hugger-bundle.json darüber sagt</translation>
    </message>
    <message>
        <source>the records of the bundle do not agree about it (%1)</source>
        <translation>die Einträge des Bundles sind sich darüber nicht einig (%1)</translation>
    </message>
    <message>
        <source>it lies outside the folder of the bundle</source>
        <translation>es liegt außerhalb des Ordners des Bundles</translation>
    </message>
    <message>
        <source>it has no place in a bundle</source>
        <translation>es gehört in kein Bundle</translation>
    </message>
    <message>
        <source>the manifest does not list it</source>
        <translation>das Manifest führt es nicht auf</translation>
    </message>
    <message>
        <source>its bytes are not the ones that the bundle promises</source>
        <translation>seine Bytes sind nicht die, die das Bundle verspricht</translation>
    </message>
    <message>
        <source>no record lists it</source>
        <translation>kein Eintrag führt es auf</translation>
    </message>
    <message>
        <source>its bytes are not the ones that its record promises</source>
        <translation>seine Bytes sind nicht die, die sein Eintrag verspricht</translation>
    </message>
    <message>
        <source>its record lists it, and the bundle does not have it</source>
        <translation>sein Eintrag führt es auf, und das Bundle hat es nicht</translation>
    </message>
    <message>
        <source>its record gives it a hash that its bytes do not have</source>
        <translation>sein Eintrag gibt ihm einen Hash, den seine Bytes nicht haben</translation>
    </message>
    <message numerus="yes">
        <source>The bundle carries only what its maker was told is not here, and %n files that it leaves out are not here either (%1 in all, the first is &quot;%2&quot;). Nothing of it is kept. Import the bundle before it first, or have one made without --since.</source>
        <translation>
            <numerusform>Das Bundle enthält nur, was hier angeblich fehlt, und %n Datei, die es weglässt, fehlt hier auch (%1, nämlich „%2“). Nichts davon wurde behalten. Importieren Sie zuerst das Bundle davor, oder lassen Sie eins ohne --since erstellen.</numerusform>
            <numerusform>Das Bundle enthält nur, was hier angeblich fehlt, und %n Dateien, die es weglässt, fehlen hier auch (zusammen %1, die erste ist „%2“). Nichts davon wurde behalten. Importieren Sie zuerst das Bundle davor, oder lassen Sie eins ohne --since erstellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is no answer of a Hub</source>
        <translation>es ist keine Antwort eines Hubs</translation>
    </message>
    <message>
        <source>the record and the Hub&apos;s listing do not agree about it</source>
        <translation>der Eintrag und die Liste des Hubs sind sich darüber nicht einig</translation>
    </message>
    <message>
        <source>the record lists other files than the Hub did</source>
        <translation>der Eintrag führt andere Dateien auf als der Hub</translation>
    </message>
    <message>
        <source>it has no snapshot in it</source>
        <translation>es ist kein Snapshot darin</translation>
    </message>
    <message>
        <source>it has one snapshot twice</source>
        <translation>es hat einen Snapshot zweimal</translation>
    </message>
    <message>
        <source>it needs a content that no record lists</source>
        <translation>es braucht einen Inhalt, den kein Eintrag aufführt</translation>
    </message>
    <message>
        <source>it promises %1 bytes in %2 files, and there are %3 in %4</source>
        <translation>es verspricht %1 Bytes in %2 Dateien, und es sind %3 in %4</translation>
    </message>
    <message>
        <source>the tag manifest does not list it</source>
        <translation>das Tag-Manifest führt es nicht auf</translation>
    </message>
    <message>
        <source>it promises more or less than there is</source>
        <translation>es verspricht mehr oder weniger, als da ist</translation>
    </message>
    <message>
        <source>hugger-bundle.json in the bundle</source>
        <translation>hugger-bundle.json im Bundle</translation>
    </message>
    <message>
        <source>The bundle was made by a newer hugger. Update hugger here, then import it.</source>
        <translation>Das Bundle stammt von einem neueren hugger. Aktualisieren Sie hugger hier, und importieren Sie es dann.</translation>
    </message>
    <message>
        <source>%1 has no snapshot in it.</source>
        <translation>In %1 ist kein Snapshot.</translation>
    </message>
    <message>
        <source>this part of the bundle is missing; put all its parts into one folder</source>
        <translation>dieser Teil des Bundles fehlt; legen Sie alle Teile in einen Ordner</translation>
    </message>
    <message>
        <source>The bundle is refused because of &quot;%1&quot;: %2. Nothing of it is kept. Get it again from where it was made, or have it made anew.</source>
        <extracomment>%1 is a name, %2 what is wrong with it.</extracomment>
        <translation>Das Bundle wird wegen „%1“ abgelehnt: %2. Nichts davon wurde behalten. Holen Sie es erneut von dort, wo es erstellt wurde, oder lassen Sie es neu erstellen.</translation>
    </message>
    <message>
        <source>%1 is not there. Look for the name of the bundle, and whether its disk is plugged in.</source>
        <translation>%1 ist nicht da. Prüfen Sie den Namen des Bundles, und ob sein Datenträger angeschlossen ist.</translation>
    </message>
    <message>
        <source>%1 is no bundle: not a folder, and no .tar, .tar.zst, .tar.gz or .zip by its first bytes.</source>
        <translation>%1 ist kein Bundle: kein Ordner, und nach den ersten Bytes weder .tar, .tar.zst, .tar.gz noch .zip.</translation>
    </message>
    <message>
        <source>a bundle may have up to %1 files and folders, and it has more</source>
        <translation>ein Bundle darf bis zu %1 Dateien und Ordner haben, und es hat mehr</translation>
    </message>
    <message>
        <source>its name is not valid Unicode</source>
        <translation>sein Name ist kein gültiges Unicode</translation>
    </message>
    <message>
        <source>its name is not safe to store (%1)</source>
        <translation>sein Name lässt sich nicht sicher speichern (%1)</translation>
    </message>
    <message>
        <source>it does not say how large it is</source>
        <translation>es sagt nicht, wie groß es ist</translation>
    </message>
    <message>
        <source>its name is there as a file and as a folder</source>
        <translation>seinen Namen gibt es als Datei und als Ordner</translation>
    </message>
    <message>
        <source>its list has entries that share their bytes</source>
        <translation>mehrere Einträge seiner Liste teilen sich ihre Bytes</translation>
    </message>
    <message>
        <source>its name is there twice</source>
        <translation>seinen Namen gibt es zweimal</translation>
    </message>
    <message>
        <source>it is a symbolic link; copy the folder with `cp -rL` and import the copy</source>
        <translation>es ist ein symbolischer Link; kopieren Sie den Ordner mit `cp -rL`, und importieren Sie die Kopie</translation>
    </message>
    <message>
        <source>it changed while it was read</source>
        <translation>es hat sich beim Lesen geändert</translation>
    </message>
    <message>
        <source>the bag has no manifest of SHA-256 or SHA-512, and weaker hashes prove nothing</source>
        <translation>das Bag hat kein Manifest mit SHA-256 oder SHA-512, und schwächere Hashes beweisen nichts</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>The bundle says itself what is in it. Leave --as out.</source>
        <translation>Das Bundle sagt selbst, was darin ist. Lassen Sie --as weg.</translation>
    </message>
    <message>
        <source>the archive holds other bytes under that name of %1 at the same commit</source>
        <translation>das Archiv hat unter diesem Namen von %1 beim selben Commit andere Bytes</translation>
    </message>
    <message>
        <source>%1 has no files in it. Name a bundle, or a folder of files.</source>
        <translation>In %1 sind keine Dateien. Nennen Sie ein Bundle oder einen Ordner mit Dateien.</translation>
    </message>
    <message>
        <source>it has %1 bytes, and its record says %2</source>
        <translation>es hat %1 Bytes, und sein Eintrag sagt %2</translation>
    </message>
    <message>
        <source>The bundle does not fit: it brings %1, and %2 are free on the disk of the store. Free some space, or choose another store (--store).</source>
        <translation>Das Bundle passt nicht: Es bringt %1, und auf dem Datenträger des Speichers sind %2 frei. Schaffen Sie Platz, oder wählen Sie einen anderen Speicher (--store).</translation>
    </message>
    <message>
        <source>it may be %1 large, and is %2</source>
        <translation>es darf %1 groß sein und ist %2</translation>
    </message>
    <message>
        <source>it would take over %1 times what the bundle takes itself, and nothing in the bundle says so; unpack it yourself and import the folder</source>
        <translation>es würde über %1-mal so viel Platz brauchen wie das Bundle selbst, und nichts im Bundle sagt das; entpacken Sie es selbst, und importieren Sie den Ordner</translation>
    </message>
    <message>
        <source>The bundle does not fit: a file of %1 comes next, and %2 are free on the disk of the store. Free some space, or choose another store (--store).</source>
        <translation>Das Bundle passt nicht: Als Nächstes kommt eine Datei von %1, und auf dem Datenträger des Speichers sind %2 frei. Schaffen Sie Platz, oder wählen Sie einen anderen Speicher (--store).</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>es hat %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>The export failed. hugger itself says why.</source>
        <translation>Der Export ist fehlgeschlagen. hugger selbst sagt, warum.</translation>
    </message>
    <message>
        <source>The import failed. hugger itself says why.</source>
        <translation>Der Import ist fehlgeschlagen. hugger selbst sagt, warum.</translation>
    </message>
    <message>
        <source>There is something at %1 already. Choose another name, or move it away first.</source>
        <translation>Unter %1 gibt es schon etwas. Wählen Sie einen anderen Namen, oder räumen Sie es zuerst weg.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another format, such as tar.</source>
        <translation>%1 ließ sich nicht schreiben. Wählen Sie ein anderes Format, etwa tar.</translation>
    </message>
    <message>
        <source>The content of %1 is damaged in the store, so nothing was exported. Repair it, then export it again.</source>
        <translation>Der Inhalt von %1 ist im Speicher beschädigt, darum wurde nichts exportiert. Reparieren Sie ihn, und exportieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>A folder cannot be split into volumes. Export to a file, such as .tar, instead.</source>
        <translation>Ein Ordner lässt sich nicht teilen. Exportieren Sie stattdessen in eine Datei, etwa .tar.</translation>
    </message>
    <message>
        <source>There is no folder %1 to write the export to. Make it first, or choose another.</source>
        <translation>Es gibt keinen Ordner %1 für den Export. Legen Sie ihn zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is inside a store of hugger (%2), where nothing else belongs. Choose another folder.</source>
        <translation>%1 liegt in einem Speicher von hugger (%2), in den nichts anderes gehört. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The export does not fit: it needs %1, and %2 are free in %3. Free some space, or choose another folder.</source>
        <translation>Der Export passt nicht: Er braucht %1, und in %3 sind %2 frei. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The other side holds all of it already: there is nothing to carry over.</source>
        <translation>Die Gegenseite hat schon alles davon: Es gibt nichts mitzunehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are damaged or missing. Repair it, then export it.</source>
        <translation>
            <numerusform>%n Datei von %1 ist beschädigt oder fehlt. Reparieren Sie es, und exportieren Sie es dann.</numerusform>
            <numerusform>%n Dateien von %1 sind beschädigt oder fehlen. Reparieren Sie es, und exportieren Sie es dann.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2 is not what a list of holdings has. Have it made anew on the other side, with &quot;hugger list --holdings FILE&quot;.</source>
        <translation>Zeile %1 von %2 gehört in keine Bestandsliste. Lassen Sie sie auf der Gegenseite neu erstellen, mit „hugger list --holdings FILE“.</translation>
    </message>
    <message>
        <source>The list of holdings %1 cannot be read. Check that it is there and readable.</source>
        <translation>Die Bestandsliste %1 lässt sich nicht lesen. Prüfen Sie, ob sie da und lesbar ist.</translation>
    </message>
    <message>
        <source>Another export is writing to %1 at the moment. Choose another name, or wait until it is done.</source>
        <translation>Ein anderer Export schreibt gerade nach %1. Wählen Sie einen anderen Namen, oder warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the export was kept; start it again to make it.</source>
        <translation>Angehalten. Vom Export wurde nichts behalten; starten Sie ihn erneut.</translation>
    </message>
</context>
<context>
    <name>hugger::SearchPane</name>
    <message>
        <source>Trending</source>
        <extracomment>An order of search results: what many people look at these days</extracomment>
        <translation>Im Trend</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>Ar&amp;t:</translation>
    </message>
    <message>
        <source>Or&amp;der:</source>
        <translation>S&amp;ortierung:</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Asking the Hub.</source>
        <translation>Hub wird abgefragt.</translation>
    </message>
    <message>
        <source>Nothing found for &quot;%1&quot;</source>
        <extracomment>%1 is what was searched for</extracomment>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>Try fewer words or another kind. Private repositories are found by their whole id.</source>
        <translation>Versuchen Sie es mit weniger Wörtern oder einer anderen Art. Private Repos findet man über ihre vollständige ID.</translation>
    </message>
</context>
<context>
    <name>hugger::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Browsers and programs</source>
        <translation>Browser und Programme</translation>
    </message>
</context>
<context>
    <name>hugger::Sidebar</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>hugger::SidebarModel</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Newer upstream</source>
        <extracomment>Filter: repos that have a newer commit on the Hub</extracomment>
        <translation>Neuer auf dem Hub</translation>
    </message>
    <message>
        <source>Gone upstream</source>
        <extracomment>Filter: repos that the Hub no longer has</extracomment>
        <translation>Nicht mehr auf dem Hub</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>unplugged</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>%1 free</source>
        <extracomment>Space left in a store</extracomment>
        <translation>%1 frei</translation>
    </message>
    <message numerus="yes">
        <source>Store %1, %2, %n snapshots</source>
        <translation>
            <numerusform>Speicher %1, %2, %n Snapshot</numerusform>
            <numerusform>Speicher %1, %2, %n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A filter and how many rows it has: &quot;Gone upstream, 2&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Events</source>
        <extracomment>In place of the library: the list of what happened to all repos</extracomment>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Events, %1 new</source>
        <translation>Ereignisse, %1 neu</translation>
    </message>
</context>
<context>
    <name>hugger::SleepInhibitor</name>
    <message>
        <source>Fetching from the Hub</source>
        <translation>Download vom Hub</translation>
    </message>
</context>
<context>
    <name>hugger::SnapshotHeader</name>
    <message>
        <source>%1 · %2 at %3 · captured %4</source>
        <extracomment>kind, revision, commit and date: &quot;model · main at 8f3c21e · captured 3 Nov 2026&quot;</extracomment>
        <translation>%1 · %2 bei %3 · erfasst %4</translation>
    </message>
    <message>
        <source>This store has no folders of files to open: its file system has no links.</source>
        <translation>Dieser Speicher hat keine Dateiordner zum Öffnen: Sein Dateisystem kennt keine Links.</translation>
    </message>
    <message>
        <source>The store is not plugged in.</source>
        <translation>Der Speicher ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repo</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Load it…</source>
        <translation>&amp;Laden mit…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Fetch the rest…</source>
        <translation>Rest &amp;herunterladen…</translation>
    </message>
    <message>
        <source>&amp;Notes…</source>
        <translation>&amp;Notizen…</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy l&amp;ink</source>
        <translation>Lin&amp;k kopieren</translation>
    </message>
    <message>
        <source>Open on the &amp;Hub</source>
        <translation>&amp;Auf dem Hub öffnen</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Preview update…</source>
        <translation>Aktualisierung ansehe&amp;n…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Statement…</source>
        <extracomment>What a snapshot is, with every hash, to save or print</extracomment>
        <translation>Nach&amp;weis…</translation>
    </message>
</context>
<context>
    <name>hugger::StatementDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Statement about %1</source>
        <translation>Nachweis über %1</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Eintrag wird gelesen…</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>Noch kein Nachweis</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Nachweis speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Wird gedruckt…</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <translation>An den Drucker übergeben.</translation>
    </message>
    <message>
        <source>The printer did not take it. Look whether it is there, or print into a file.</source>
        <translation>Der Drucker hat es nicht angenommen. Sehen Sie nach, ob er da ist, oder drucken Sie in eine Datei.</translation>
    </message>
</context>
<context>
    <name>hugger::StatusLine</name>
    <message>
        <source>Hub reachable</source>
        <translation>Hub erreichbar</translation>
    </message>
    <message>
        <source>Hub not reachable</source>
        <translation>Hub nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 · limit %2</source>
        <extracomment>%1 the rate now, %2 the bandwidth limit that is set</extracomment>
        <translation>%1 · Limit %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held</source>
        <translation>
            <numerusform>%Ln Snapshot · %1 archiviert</numerusform>
            <numerusform>%Ln Snapshots · %1 archiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held · %2 if nothing were shared</source>
        <translation>
            <numerusform>%Ln Snapshot · %1 archiviert · %2, wenn nichts geteilt wäre</numerusform>
            <numerusform>%Ln Snapshots · %1 archiviert · %2, wenn nichts geteilt wäre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::StoresModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the label of a store, and its folder.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht nutzbar</translation>
    </message>
    <message>
        <source>default, unplugged</source>
        <translation>Standard, nicht angeschlossen</translation>
    </message>
    <message>
        <source>unplugged</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>angeschlossen</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln Snapshot</numerusform>
            <numerusform>%Ln Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>hugger::StoresPage</name>
    <message>
        <source>&amp;Add store…</source>
        <translation>Speicher &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>Als &amp;Standard festlegen</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>A store is a folder that holds archived files and opens without hugger, too. New archives go to the default one.</source>
        <translation>Ein Speicher ist ein Ordner mit archivierten Dateien, der sich auch ohne hugger öffnen lässt. Neue Archive kommen in den Standardspeicher.</translation>
    </message>
    <message>
        <source>Rename store</source>
        <translation>Speicher umbenennen</translation>
    </message>
    <message>
        <source>Label:</source>
        <translation>Bezeichnung:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>hugger::TokenSection</name>
    <message>
        <source>&amp;Save and check</source>
        <translation>&amp;Speichern und prüfen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>hf_… from the settings of your account on the Hub</source>
        <translation>hf_… aus den Einstellungen Ihres Kontos auf dem Hub</translation>
    </message>
    <message>
        <source>Asking the Hub who the token is for…</source>
        <translation>Der Hub wird gefragt, wem das Token gehört…</translation>
    </message>
    <message>
        <source>Asking the Hub whether the token works…</source>
        <translation>Der Hub wird gefragt, ob das Token funktioniert…</translation>
    </message>
    <message>
        <source>Removing the token…</source>
        <translation>Token wird entfernt…</translation>
    </message>
    <message>
        <source>Works: signed in as %1.</source>
        <translation>Funktioniert: angemeldet als %1.</translation>
    </message>
    <message>
        <source>Works: signed in as %1 (%2).</source>
        <translation>Funktioniert: angemeldet als %1 (%2).</translation>
    </message>
    <message>
        <source>There is no token. Public repos need none.</source>
        <translation>Es gibt kein Token. Öffentliche Repos brauchen keines.</translation>
    </message>
    <message>
        <source>It is kept until hugger quits, as there is no keychain to put it into.</source>
        <translation>Es bleibt, bis hugger beendet wird, da es keinen Schlüsselbund gibt.</translation>
    </message>
    <message>
        <source>It comes from %1 in the environment, which goes before any other.</source>
        <extracomment>%1 is the name of an environment variable.</extracomment>
        <translation>Es kommt aus %1 in der Umgebung und hat Vorrang vor jedem anderen.</translation>
    </message>
    <message>
        <source>It is kept in the desktop&apos;s keychain.</source>
        <translation>Es liegt im Schlüsselbund des Desktops.</translation>
    </message>
    <message>
        <source>It comes from the file %1, which belongs to other programs.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>Es kommt aus der Datei %1, die anderen Programmen gehört.</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersActions</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Show in the library</source>
        <translation>In der &amp;Bibliothek anzeigen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>&amp;Details kopieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersModel</name>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Exact bytes fetched and in all.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the repo, then what its transfer does.
----------
For screen readers: a state and per cent, &quot;paused, 42 %&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list: &quot;Pause, Cancel&quot;.</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPage</name>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>Fetch from</source>
        <translation>Herunterladen ab</translation>
    </message>
    <message>
        <source>Fetch until</source>
        <translation>Herunterladen bis</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Bandwidth:</source>
        <translation>&amp;Bandbreite:</translation>
    </message>
    <message>
        <source>Connec&amp;tions to a server:</source>
        <translation>&amp;Verbindungen je Server:</translation>
    </message>
    <message>
        <source>Repos fetched at &amp;once:</source>
        <translation>Repos &amp;gleichzeitig:</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>Between two times of day: &quot;22:00 and 07:00&quot;.</extracomment>
        <translation>und</translation>
    </message>
    <message>
        <source>Outside these hours transfers wait, and go on by themselves.</source>
        <translation>Außerhalb dieser Zeiten warten Übertragungen und gehen dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Keep what is removed for:</source>
        <translation>&amp;Entferntes aufbewahren für:</translation>
    </message>
    <message>
        <source>Fetch onl&amp;y between</source>
        <translation>&amp;Nur herunterladen zwischen</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <extracomment>Megabytes per second.</extracomment>
        <translation>%1 MB/s</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPanel</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete ausblenden</translation>
    </message>
    <message>
        <source>Takes what has ended off this list. What is held stays.</source>
        <translation>Nimmt Beendetes aus dieser Liste. Was archiviert ist, bleibt.</translation>
    </message>
    <message>
        <source>Nothing is being fetched. Paste a link to a repo to begin.</source>
        <translation>Zurzeit wird nichts heruntergeladen. Fügen Sie einen Link zu einem Repo ein, um zu beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln pausiert</numerusform>
            <numerusform>%Ln pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <translation>
            <numerusform>%Ln wartet auf Sie</numerusform>
            <numerusform>%Ln warten auf Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list: &quot;2 running, 1 waiting&quot;.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersView</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>hugger::Tray</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A line of the tray&apos;s menu: name of a repository, per cent fetched.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>Alle &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>Alle &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Add link from clipboard</source>
        <translation>&amp;Link aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Open hugger</source>
        <translation>hugger &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Check upstream</source>
        <translation>Auf dem &amp;Hub nachsehen</translation>
    </message>
</context>
<context>
    <name>hugger::UpdateDialog</name>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Preview of an update</source>
        <translation>Vorschau einer Aktualisierung</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Files that change</source>
        <translation>Dateien, die sich ändern</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>Nichts wird heruntergeladen, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Asking the Hub what changed</source>
        <translation>Der Hub wird gefragt, was sich geändert hat</translation>
    </message>
    <message>
        <source>This compares every file with what you hold.</source>
        <translation>Dabei wird jede Datei mit Ihrer Kopie verglichen.</translation>
    </message>
    <message>
        <source>No preview yet</source>
        <translation>Noch keine Vorschau</translation>
    </message>
    <message>
        <source>What you hold stays as it is.</source>
        <translation>Ihre Kopie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing newer</source>
        <extracomment>%1 a commit</extracomment>
        <translation>Nichts Neueres</translation>
    </message>
    <message>
        <source>The newest commit, %1, is held in full.</source>
        <translation>Der neueste Commit, %1, ist vollständig archiviert.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>Two commits</extracomment>
        <translation>von %1 zu %2</translation>
    </message>
    <message>
        <source>%1 · its name is %2 now</source>
        <extracomment>%1 is &quot;from 8f3c21e to 77aa310&quot;, %2 the name that the repo has now</extracomment>
        <translation>%1 · heißt jetzt %2</translation>
    </message>
    <message>
        <source>&amp;License</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Files (%1)</source>
        <extracomment>A tab; %1 how many files change</extracomment>
        <translation>&amp;Dateien (%1)</translation>
    </message>
    <message>
        <source>C&amp;ommits (more than %1)</source>
        <extracomment>A tab; %1 how many commits there are</extracomment>
        <translation>&amp;Commits (mehr als %1)</translation>
    </message>
    <message>
        <source>C&amp;ommits (%1)</source>
        <translation>&amp;Commits (%1)</translation>
    </message>
    <message>
        <source>The history was rewritten upstream: %1, which you hold, is not part of it any more. Keep it: the Hub may not give it again.</source>
        <extracomment>%1 a commit</extracomment>
        <translation>Der Verlauf auf dem Hub wurde umgeschrieben: %1, den Sie haben, gehört nicht mehr dazu. Behalten Sie ihn: Der Hub gibt ihn vielleicht nicht wieder her.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files added</source>
        <translation>
            <numerusform>%Ln Datei hinzugefügt</numerusform>
            <numerusform>%Ln Dateien hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files changed</source>
        <translation>
            <numerusform>%Ln Datei geändert</numerusform>
            <numerusform>%Ln Dateien geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files removed</source>
        <translation>
            <numerusform>%Ln Datei entfernt</numerusform>
            <numerusform>%Ln Dateien entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>No file you chose changes.</source>
        <translation>Keine Datei, die Sie gewählt haben, ändert sich.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Nothing is to be fetched.</source>
        <translation>Nichts ist herunterzuladen.</translation>
    </message>
    <message>
        <source>To fetch: %1, %2; after that %3 free.</source>
        <translation>Herunterzuladen: %1, %2; danach %3 frei.</translation>
    </message>
    <message>
        <source>What you hold stays; the new snapshot comes beside it.</source>
        <translation>Ihre Kopie bleibt; der neue Snapshot kommt daneben.</translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <extracomment>Three sentences</extracomment>
        <translation>%1 %2
%3</translation>
    </message>
</context>
<context>
    <name>hugger::WatchDialog</name>
    <message>
        <source>&amp;Every</source>
        <translation>A&amp;lle</translation>
    </message>
    <message>
        <source>&amp;Only when I ask</source>
        <translation>&amp;Nur auf Wunsch</translation>
    </message>
    <message>
        <source>&amp;Fetch updates by itself up to</source>
        <translation>Neues von selbst &amp;herunterladen bis</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>%1 beobachten</translation>
    </message>
    <message>
        <source>&amp;As the settings say: %1</source>
        <extracomment>%1 is &quot;every 12 hours&quot; or &quot;not by itself&quot;</extracomment>
        <translation>&amp;Wie eingestellt: %1</translation>
    </message>
    <message>
        <source>Hours between two looks</source>
        <translation>Stunden zwischen zwei Anfragen</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <extracomment>Gigabytes.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>The largest update that is fetched by itself</source>
        <translation>Die größte Aktualisierung, die von selbst heruntergeladen wird</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>How often to ask the Hub what became of it:</source>
        <translation>Wie oft der Hub gefragt wird, was daraus geworden ist:</translation>
    </message>
    <message>
        <source>What you hold stays; an update comes beside it. One under a stricter license is told of, and not fetched by itself.</source>
        <translation>Ihre Kopie bleibt; eine Aktualisierung kommt daneben. Eine unter strengerer Lizenz wird gemeldet und nicht von selbst heruntergeladen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>hugger::WatchNews</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is some names of repositories, %n how many there are beside those.</extracomment>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gone upstream</source>
        <extracomment>Titles of a notification; %n repos</extracomment>
        <translation>
            <numerusform>%n Repo ist nicht mehr auf dem Hub</numerusform>
            <numerusform>%n Repos sind nicht mehr auf dem Hub</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are disabled upstream</source>
        <translation>
            <numerusform>%n Repo ist auf dem Hub gesperrt</numerusform>
            <numerusform>%n Repos sind auf dem Hub gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gated upstream</source>
        <translation>
            <numerusform>%n Repo ist auf dem Hub jetzt zugangsbeschränkt</numerusform>
            <numerusform>%n Repos sind auf dem Hub jetzt zugangsbeschränkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos have a stricter license upstream</source>
        <translation>
            <numerusform>%n Repo hat auf dem Hub eine strengere Lizenz</numerusform>
            <numerusform>%n Repos haben auf dem Hub eine strengere Lizenz</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. You may hold the last copies under their licenses: they are being verified, and protected from removal.</source>
        <translation>%1. Sie haben vielleicht die letzten Kopien unter ihren Lizenzen: Sie werden geprüft und vor dem Entfernen geschützt.</translation>
    </message>
    <message>
        <source>You may hold the last copy under its license: it is being verified, and protected from removal.</source>
        <translation>Sie haben vielleicht die letzte Kopie unter ihrer Lizenz: Sie wird geprüft und vor dem Entfernen geschützt.</translation>
    </message>
    <message>
        <source>%1. You may hold the last copies: they are being verified, and protected from removal.</source>
        <translation>%1. Sie haben vielleicht die letzten Kopien: Sie werden geprüft und vor dem Entfernen geschützt.</translation>
    </message>
    <message>
        <source>%1 is gone upstream</source>
        <extracomment>Titles of a notification; %1 is a repository.</extracomment>
        <translation>%1 ist nicht mehr auf dem Hub</translation>
    </message>
    <message>
        <source>%1 is disabled upstream</source>
        <translation>%1 ist auf dem Hub gesperrt</translation>
    </message>
    <message>
        <source>%1 is gated upstream</source>
        <translation>%1 ist auf dem Hub jetzt zugangsbeschränkt</translation>
    </message>
    <message>
        <source>%1 has a stricter license upstream</source>
        <translation>%1 hat auf dem Hub eine strengere Lizenz</translation>
    </message>
    <message>
        <source>You may hold the last copy: it is being verified, and protected from removal.</source>
        <translation>Sie haben vielleicht die letzte Kopie: Sie wird geprüft und vor dem Entfernen geschützt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your repos changed upstream</source>
        <extracomment>Title of a notification</extracomment>
        <translation>
            <numerusform>%n Ihrer Repos hat sich auf dem Hub geändert</numerusform>
            <numerusform>%n Ihrer Repos haben sich auf dem Hub geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Titles of a notification: %1 is a repository, %2 &quot;New commit upstream&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 changed upstream</source>
        <translation>%1 hat sich auf dem Hub geändert</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>The button of a notification that brings the window up.</extracomment>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Preview update</source>
        <extracomment>The button of a notification: what an update would bring</extracomment>
        <translation>Aktualisierung ansehen</translation>
    </message>
</context>
<context>
    <name>hugger::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Snapshot</source>
        <translation>&amp;Snapshot</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>Ü&amp;bertragungen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Archive a model, a dataset or a space</source>
        <translation>Ein Modell, einen Datensatz oder einen Space archivieren</translation>
    </message>
    <message>
        <source>&amp;Paste link</source>
        <extracomment>What is in the clipboard: a link or an id</extracomment>
        <translation>&amp;Link einfügen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>ID &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Compute the hash of every file of the chosen snapshots anew</source>
        <translation>Den Hash jeder Datei der ausgewählten Snapshots neu berechnen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>Fetch what is damaged or missing</source>
        <translation>Beschädigtes oder Fehlendes herunterladen</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Cancel fetching</source>
        <translation>Download a&amp;bbrechen</translation>
    </message>
    <message>
        <source>C&amp;lear finished</source>
        <extracomment>Removes finished transfers from the list</extracomment>
        <translation>Beendete ausb&amp;lenden</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About hugger</source>
        <translation>&amp;Über hugger</translation>
    </message>
    <message>
        <source>&amp;Paste a link</source>
        <translation>&amp;Link einfügen</translation>
    </message>
    <message>
        <source>Search the Hu&amp;b…</source>
        <translation>Hub durchs&amp;uchen…</translation>
    </message>
    <message>
        <source>&amp;Clear search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>&amp;Alle fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>&amp;Alle pausieren</translation>
    </message>
    <message>
        <source>R&amp;esume fetching</source>
        <translation>Download &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Pause f&amp;etching</source>
        <translation>Download pa&amp;usieren</translation>
    </message>
    <message>
        <source>Tr&amp;ansfers</source>
        <translation>Über&amp;tragungen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erne&amp;ut versuchen</translation>
    </message>
    <message>
        <source>Connect your browser…</source>
        <translation>Browser verbinden…</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <extracomment>Asks the Hub what became of the chosen repos</extracomment>
        <translation>&amp;Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Ask the Hub what became of the chosen repos</source>
        <translation>Den Hub fragen, was aus den ausgewählten Repos geworden ist</translation>
    </message>
    <message>
        <source>Check &amp;everything now</source>
        <translation>&amp;Alles jetzt nachsehen</translation>
    </message>
    <message>
        <source>Ask the Hub what became of all that is held</source>
        <translation>Den Hub fragen, was aus allem Archivierten geworden ist</translation>
    </message>
    <message>
        <source>&amp;Preview update…</source>
        <translation>A&amp;ktualisierung ansehen…</translation>
    </message>
    <message>
        <source>See what is new upstream before it is fetched</source>
        <translation>Ansehen, was auf dem Hub neu ist, bevor es heruntergeladen wird</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <extracomment>Archives the newest commits beside what is held</extracomment>
        <translation>Ak&amp;tualisieren</translation>
    </message>
    <message>
        <source>Archive the newest commit beside what is held</source>
        <translation>Den neuesten Commit neben dem Archivierten archivieren</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>I&amp;mportieren…</translation>
    </message>
    <message>
        <source>Let in what another hugger exported, or a folder of files</source>
        <translation>Übernehmen, was ein anderer hugger exportiert hat, oder einen Ordner mit Dateien</translation>
    </message>
    <message>
        <source>Save a &amp;list of what is held…</source>
        <extracomment>A file, for exports from elsewhere to leave out what is here</extracomment>
        <translation>Be&amp;standsliste speichern…</translation>
    </message>
    <message>
        <source>For exports from elsewhere, which then leave out what is here</source>
        <translation>Für Exporte von anderswo, die dann weglassen, was hier ist</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write the chosen snapshots into one file or folder, for a place without network</source>
        <translation>Die ausgewählten Snapshots in eine Datei oder einen Ordner schreiben, für einen Ort ohne Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Statement…</source>
        <extracomment>What a snapshot is, with every hash, to save or print</extracomment>
        <translation>&amp;Nachweis…</translation>
    </message>
    <message>
        <source>What the snapshot is, with every hash, to save or print</source>
        <translation>Was der Snapshot ist, mit jedem Hash, zum Speichern oder Drucken</translation>
    </message>
</context>
</TS>
