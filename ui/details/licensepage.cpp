// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/licensepage.h"

#include "ui/details/facts.h"
#include "ui/details/factsform.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <QtGui/QDesktopServices>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QLabel* heading(QWidget* parent)
{
    auto* label = new QLabel(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

LicensePage::LicensePage(QWidget* parent)
    : DetailsPage(parent)
{
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(m_area);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_license = new FactsForm(content);
    m_provenance = new FactsForm(content);
    m_openFile = new QPushButton(themedIcon(u"license"_s), {}, content);
    m_openFile->setObjectName(u"openLicenseFile"_s);
    m_openLink = new QPushButton(themedIcon(u"external"_s), {}, content);
    m_openLink->setObjectName(u"openLicenseLink"_s);
    m_openRecord = new QPushButton(themedIcon(u"folder"_s), {}, content);
    m_openRecord->setObjectName(u"openRecord"_s);
    m_licenseHeading = heading(content);
    m_provenanceHeading = heading(content);
    layout->addWidget(m_licenseHeading, 0, Qt::AlignLeading);
    layout->addWidget(m_license);
    layout->addWidget(m_openFile, 0, Qt::AlignLeading);
    layout->addWidget(m_openLink, 0, Qt::AlignLeading);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_provenanceHeading, 0, Qt::AlignLeading);
    layout->addWidget(m_provenance);
    layout->addWidget(m_openRecord, 0, Qt::AlignLeading);
    layout->addStretch();
    m_area->setWidget(content);
    setContent(m_area);
    retranslate();

    connect(m_openFile, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_file)); });
    connect(m_openLink, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_link); });
    connect(m_openRecord, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_recordFolder)); });
}

void LicensePage::retranslate()
{
    m_area->setAccessibleName(tr("License"));
    m_licenseHeading->setText(tr("License"));
    m_provenanceHeading->setText(tr("Provenance"));
    m_openFile->setText(tr("Open the license file"));
    m_openLink->setText(tr("Open the license's page"));
    m_openRecord->setText(tr("Open the record's folder"));
}

void LicensePage::clear()
{
    hideContent();
}

void LicensePage::setDetails(const SnapshotDetails& details)
{
    const Record& record = details.record;
    const QString file = licenseFile(record);
    m_file = file.isEmpty() || details.folder.isEmpty() ? QString() : whatToOpen(details.folder, file);
    m_link = QUrl(record.license.link, QUrl::StrictMode);
    const bool isWebPage = m_link.scheme() == "https"_L1 || m_link.scheme() == "http"_L1;
    m_recordFolder = details.recordFolder;

    m_license->setFacts({
        {tr("License"), record.license.ids.isEmpty() ? tr("Not stated") : plainLine(record.license.ids.join(u", "_s))},
        {tr("Name"), plainLine(record.license.name)},
        {tr("Link"), plainLine(record.license.link)},
        {tr("Gate"), details.isPlugged ? gatingText(record.gating) : QString()},
        {tr("Text"), file.isEmpty() ? details.isPlugged ? tr("No license file is held.") : QString() : plainLine(file)},
    });
    m_provenance->setFacts({
        {tr("Repo"), plainLine(record.repo.id)},
        {tr("Kind"), kindText(record.repo.kind)},
        {tr("Hub"), plainLine(record.endpoint)},
        {tr("Hub's id"), plainLine(record.hubId)},
        {tr("Commit"), QString::fromLatin1(record.commit)},
        {tr("Asked for"), plainLine(record.revision)},
        {tr("Refs"), plainLine(record.refs.join(u", "_s))},
        {tr("Changed upstream"), fullDateText(secondsOf(record.lastModified))},
        {tr("Captured"), fullDateText(secondsOf(record.capturedAt))},
        {tr("Record changed"), fullDateText(secondsOf(record.updatedAt))},
        {tr("Written by"),
         record.huggerVersion.isEmpty() ? QString() : tr("hugger %1").arg(plainLine(record.huggerVersion))},
    });
    m_openFile->setVisible(!m_file.isEmpty());
    m_openLink->setVisible(isWebPage);
    m_openLink->setToolTip(isWebPage ? plainTooltip(m_link.toString(QUrl::FullyEncoded)) : QString());
    m_openRecord->setVisible(!m_recordFolder.isEmpty());
    showContent();
}

QString LicensePage::licenseFile(const Record& record)
{
    for (const auto& name : {"LICENSE"_L1, "LICENCE"_L1, "COPYING"_L1, "USE_POLICY"_L1}) {
        for (const HeldFile& file : record.files) {
            if (!file.path.contains(u'/') && file.path.startsWith(name, Qt::CaseInsensitive))
                return file.path;
        }
    }
    return {};
}

QString LicensePage::whatToOpen(const QString& folder, const QString& file)
{
    const qsizetype dot = file.lastIndexOf(u'.');
    static const QStringList texts = {u".txt"_s, u".md"_s, u".rst"_s, u".pdf"_s};
    const bool isText = dot < 0 || texts.contains(file.sliced(dot), Qt::CaseInsensitive);
    return isText ? QString(folder % u'/' % file) : folder;
}

} // namespace hugger
