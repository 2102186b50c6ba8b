<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>JobWords</name>
    <message numerus="yes">
        <source>Verifying %1 of %Ln files</source>
        <translation>
            <numerusform>Verifying %1 of %Ln file</numerusform>
            <numerusform>Verifying %1 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files</source>
        <translation>
            <numerusform>%1 of %Ln file</numerusform>
            <numerusform>%1 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export of %Ln snapshots</source>
        <translation>
            <numerusform>Export of %Ln snapshot</numerusform>
            <numerusform>Export of %Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger</name>
    <message numerus="yes">
        <source>Your copy has %Ln of its files and was verified on %1.</source>
        <translation>
            <numerusform>Your copy has %Ln of its files and was verified on %1.</numerusform>
            <numerusform>Your copy has %Ln of its files and was verified on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your copy has %Ln of its files; it has not been verified.</source>
        <translation>
            <numerusform>Your copy has %Ln of its files; it has not been verified.</numerusform>
            <numerusform>Your copy has %Ln of its files; it has not been verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are damaged or missing.</source>
        <translation>
            <numerusform>%Ln file is damaged or missing.</numerusform>
            <numerusform>%Ln files are damaged or missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %Ln files are damaged or missing</source>
        <translation>
            <numerusform>No: %Ln file is damaged or missing</numerusform>
            <numerusform>No: %Ln files are damaged or missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files damaged</source>
        <translation>
            <numerusform>%Ln file damaged</numerusform>
            <numerusform>%Ln files damaged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n was refused and must wait before it may ask again.</source>
        <extracomment>Browsers and programs that asked to connect and were denied.</extracomment>
        <translation>
            <numerusform>%n was refused and must wait before it may ask again.</numerusform>
            <numerusform>%n were refused and must wait before they may ask again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::DetailsView</name>
    <message numerus="yes">
        <source>%Ln snapshots, %1</source>
        <extracomment>several snapshots are chosen; %1 is their size</extracomment>
        <translation>
            <numerusform>%Ln snapshot, %1</numerusform>
            <numerusform>%Ln snapshots, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln snapshot</numerusform>
            <numerusform>%Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::FactsPane</name>
    <message numerus="yes">
        <source>You hold %n other snapshots</source>
        <translation>
            <numerusform>You hold %n other snapshot</numerusform>
            <numerusform>You hold %n other snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickle files</source>
        <translation>
            <numerusform>%n pickle file</numerusform>
            <numerusform>%n pickle files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::FilesModel</name>
    <message numerus="yes">
        <source>%Ln not held</source>
        <translation>
            <numerusform>%Ln not held</numerusform>
            <numerusform>%Ln not held</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::GuiSession</name>
    <message numerus="yes">
        <source>%n running, %1</source>
        <extracomment>Tooltip of the tray; %1 is a speed such as &quot;88.1 MB/s&quot;.</extracomment>
        <translation>
            <numerusform>%n running, %1</numerusform>
            <numerusform>%n running, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::HitsModel</name>
    <message numerus="yes">
        <source>%Ln downloads</source>
        <translation>
            <numerusform>%Ln download</numerusform>
            <numerusform>%Ln downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln like</numerusform>
            <numerusform>%Ln likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::HubPage</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln snapshot</numerusform>
            <numerusform>%Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::JobNews</name>
    <message numerus="yes">
        <source>%n snapshots verified</source>
        <extracomment>Titles of a notification about several jobs that ended well.</extracomment>
        <translation>
            <numerusform>%n snapshot verified</numerusform>
            <numerusform>%n snapshots verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs done</source>
        <translation>
            <numerusform>%n job done</numerusform>
            <numerusform>%n jobs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::MainWindow</name>
    <message numerus="yes">
        <source>Drop to archive %n repos</source>
        <translation>
            <numerusform>Drop to archive %n repo</numerusform>
            <numerusform>Drop to archive %n repos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos checked: nothing changed upstream.</source>
        <translation>
            <numerusform>%n repo checked: nothing changed upstream.</numerusform>
            <numerusform>%n repos checked: nothing changed upstream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos could not be checked, and are tried again by themselves.</source>
        <translation>
            <numerusform>%n repo could not be checked, and is tried again by itself.</numerusform>
            <numerusform>%n repos could not be checked, and are tried again by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updates are queued. What you hold stays; what is new comes beside it.</source>
        <translation>
            <numerusform>%n update is queued. What you hold stays; what is new comes beside it.</numerusform>
            <numerusform>%n updates are queued. What you hold stays; what is new comes beside it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::PairingDialog</name>
    <message numerus="yes">
        <source>The question goes away in %n seconds.</source>
        <translation>
            <numerusform>The question goes away in %n second.</numerusform>
            <numerusform>The question goes away in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::Removals</name>
    <message numerus="yes">
        <source>%n snapshots are in the trash.</source>
        <translation>
            <numerusform>%n snapshot is in the trash.</numerusform>
            <numerusform>%n snapshots are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That frees %1 in %n days.</source>
        <translation>
            <numerusform>That frees %1 in %n day.</numerusform>
            <numerusform>That frees %1 in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are back.</source>
        <translation>
            <numerusform>%n snapshot is back.</numerusform>
            <numerusform>%n snapshots are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo removing %n snapshots</source>
        <translation>
            <numerusform>&amp;Undo removing %n snapshot</numerusform>
            <numerusform>&amp;Undo removing %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshots are in the trash. The others could not be moved there.</source>
        <extracomment>%n is how many were to be removed, %1 how many were.</extracomment>
        <translation>
            <numerusform>%1 of %n snapshot is in the trash. The others could not be moved there.</numerusform>
            <numerusform>%1 of %n snapshots are in the trash. The others could not be moved there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::RemoveDialog</name>
    <message numerus="yes">
        <source>Move %n snapshots to the trash?</source>
        <translation>
            <numerusform>Move %n snapshot to the trash?</numerusform>
            <numerusform>Move %n snapshots to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days.</source>
        <translation>
            <numerusform>Frees %1 after %n day.</numerusform>
            <numerusform>Frees %1 after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days; %2 is shared with other snapshots and stays.</source>
        <translation>
            <numerusform>Frees %1 after %n day; %2 is shared with other snapshots and stays.</numerusform>
            <numerusform>Frees %1 after %n days; %2 is shared with other snapshots and stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::RevisionsModel</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::Say</name>
    <message numerus="yes">
        <source>The Hub&apos;s listing of %1 has more than %n pages.</source>
        <translation>
            <numerusform>The Hub&apos;s listing of %1 has more than %n page.</numerusform>
            <numerusform>The Hub&apos;s listing of %1 has more than %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more files like it; see the details.)</source>
        <translation>
            <numerusform>(%n more file like it; see the details.)</numerusform>
            <numerusform>(%n more files like it; see the details.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The catalog was damaged; it was put aside and rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>The catalog was damaged; it was put aside and rebuilt from %n record. Nothing is lost.</numerusform>
            <numerusform>The catalog was damaged; it was put aside and rebuilt from %n records. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The catalog was missing; it was rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>The catalog was missing; it was rebuilt from %n record. Nothing is lost.</numerusform>
            <numerusform>The catalog was missing; it was rebuilt from %n records. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The store &quot;%1&quot; has %n snapshots that the catalog did not know; they are in it now.</source>
        <translation>
            <numerusform>The store &quot;%1&quot; has %n snapshot that the catalog did not know; it is in it now.</numerusform>
            <numerusform>The store &quot;%1&quot; has %n snapshots that the catalog did not know; they are in it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of files, &quot;a.bin, b.bin, c.bin&quot;, of which only the first are named.</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n files of %1 at %2 match the selection. Choose other ones (--include; --dry-run shows what there is).</source>
        <translation>
            <numerusform>The %n file of %1 at %2 does not match the selection. Choose other ones (--include; --dry-run shows what there is).</numerusform>
            <numerusform>None of the %n files of %1 at %2 match the selection. Choose other ones (--include; --dry-run shows what there is).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n browsers and programs are connected already. Disconnect one of them first.</source>
        <translation>
            <numerusform>%n browser or program is connected already. Disconnect it first.</numerusform>
            <numerusform>%n browsers and programs are connected already. Disconnect one of them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bundle carries only what its maker was told is not here, and %n files that it leaves out are not here either (%1 in all, the first is &quot;%2&quot;). Nothing of it is kept. Import the bundle before it first, or have one made without --since.</source>
        <translation>
            <numerusform>The bundle carries only what its maker was told is not here, and %n file that it leaves out is not here either (%1 in all, the first is &quot;%2&quot;). Nothing of it is kept. Import the bundle before it first, or have one made without --since.</numerusform>
            <numerusform>The bundle carries only what its maker was told is not here, and %n files that it leaves out are not here either (%1 in all, the first is &quot;%2&quot;). Nothing of it is kept. Import the bundle before it first, or have one made without --since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are damaged or missing. Repair it, then export it.</source>
        <translation>
            <numerusform>%n file of %1 is damaged or missing. Repair it, then export it.</numerusform>
            <numerusform>%n files of %1 are damaged or missing. Repair it, then export it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::SidebarModel</name>
    <message numerus="yes">
        <source>Store %1, %2, %n snapshots</source>
        <translation>
            <numerusform>Store %1, %2, %n snapshot</numerusform>
            <numerusform>Store %1, %2, %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::StatusLine</name>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held</source>
        <translation>
            <numerusform>%Ln snapshot · %1 held</numerusform>
            <numerusform>%Ln snapshots · %1 held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held · %2 if nothing were shared</source>
        <translation>
            <numerusform>%Ln snapshot · %1 held · %2 if nothing were shared</numerusform>
            <numerusform>%Ln snapshots · %1 held · %2 if nothing were shared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::StoresModel</name>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln snapshot</numerusform>
            <numerusform>%Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersModel</name>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPage</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPanel</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <translation>
            <numerusform>%Ln needs you</numerusform>
            <numerusform>%Ln need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::UpdateDialog</name>
    <message numerus="yes">
        <source>%Ln files added</source>
        <translation>
            <numerusform>%Ln file added</numerusform>
            <numerusform>%Ln files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files changed</source>
        <translation>
            <numerusform>%Ln file changed</numerusform>
            <numerusform>%Ln files changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files removed</source>
        <translation>
            <numerusform>%Ln file removed</numerusform>
            <numerusform>%Ln files removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::WatchDialog</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::WatchNews</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is some names of repositories, %n how many there are beside those.</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gone upstream</source>
        <extracomment>Titles of a notification; %n repos</extracomment>
        <translation>
            <numerusform>%n repo is gone upstream</numerusform>
            <numerusform>%n repos are gone upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are disabled upstream</source>
        <translation>
            <numerusform>%n repo is disabled upstream</numerusform>
            <numerusform>%n repos are disabled upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gated upstream</source>
        <translation>
            <numerusform>%n repo is gated upstream</numerusform>
            <numerusform>%n repos are gated upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos have a stricter license upstream</source>
        <translation>
            <numerusform>%n repo has a stricter license upstream</numerusform>
            <numerusform>%n repos have a stricter license upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your repos changed upstream</source>
        <extracomment>Title of a notification</extracomment>
        <translation>
            <numerusform>%n of your repos changed upstream</numerusform>
            <numerusform>%n of your repos changed upstream</numerusform>
        </translation>
    </message>
</context>
</TS>
