// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace hugger {

class FactsForm;

/// License facts as captured, and where the snapshot comes from.
class LicensePage final : public DetailsPage {
    Q_OBJECT

public:
    explicit LicensePage(QWidget* parent = nullptr);

    void clear() override;
    void setDetails(const SnapshotDetails& details);

    /// The file at the top of the repo that holds the text of the license; empty when none is held.
    [[nodiscard]] static QString licenseFile(const Record& record);
    /// That file in `folder`, if its name says that it is a text; else the folder, for opening could run it.
    [[nodiscard]] static QString whatToOpen(const QString& folder, const QString& file);

protected:
    void retranslate() override;

private:
    QLabel* m_licenseHeading;
    QLabel* m_provenanceHeading;
    QScrollArea* m_area;
    FactsForm* m_license;
    FactsForm* m_provenance;
    QPushButton* m_openFile;
    QPushButton* m_openLink;
    QPushButton* m_openRecord;
    QString m_file;
    QUrl m_link;
    QString m_recordFolder;
};

} // namespace hugger
