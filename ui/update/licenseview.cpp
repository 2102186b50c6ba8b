// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/update/licenseview.h"

#include "ui/update/linediff.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QFontDatabase>
#include <QtGui/QTextBlock>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("hugger", text);
}

/// A cell of the fields: plain text that wraps and can be copied.
QLabel* cell(QWidget* parent, const QString& text, bool isQuiet)
{
    QLabel* const label = isQuiet ? new QuietLabel(parent) : new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

} // namespace

QString licenseLine(const LicenseFacts& license)
{
    const QString ids = plainLine(license.ids.join(u", "_s));
    const QString name = plainLine(license.name);
    if (ids.isEmpty() && name.isEmpty())
        return words(QT_TRANSLATE_NOOP("hugger", "not stated"));
    if (ids.isEmpty() || name.isEmpty())
        return ids.isEmpty() ? name : ids;
    //: A license: %1 its id, %2 its name
    return words(QT_TRANSLATE_NOOP("hugger", "%1 (%2)")).arg(ids, name);
}

QString licenseChangeText(const LicenseChange& change)
{
    const QString before = licenseLine(change.before);
    const QString after = licenseLine(change.after);
    if (before != after && change.isStricter)
        return words(QT_TRANSLATE_NOOP("hugger",
                                       "The license is stricter now, or nobody can tell: %1 became %2. What you hold "
                                       "was published under %1."))
            .arg(before, after);
    if (before != after)
        return words(QT_TRANSLATE_NOOP("hugger",
                                       "The license changed: %1 became %2. What you hold was published under %1."))
            .arg(before, after);
    if (change.isStricter)
        return words(QT_TRANSLATE_NOOP("hugger",
                                       "The text of the license changed under the same name (%1): it may be stricter "
                                       "now. What you hold has the text it was published with."))
            .arg(before);
    return words(QT_TRANSLATE_NOOP("hugger", "What is said about the license changed; it is still %1.")).arg(before);
}

LicenseView::LicenseView(QWidget* parent)
    : QWidget(parent)
    , m_fields(new QGridLayout)
    , m_noText(new QuietLabel(this))
    , m_files(new QComboBox(this))
    , m_diff(new QPlainTextEdit(this))
{
    m_files->setObjectName(u"licenseFiles"_s);
    m_diff->setObjectName(u"licenseDiff"_s);
    m_diff->setReadOnly(true);
    m_diff->setTabChangesFocus(true);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_diff->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Licenses are read from left to right, wherever they are read.
    m_diff->setLayoutDirection(Qt::LeftToRight);
    m_fields->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_fields->setColumnStretch(1, 1);
    m_fields->setColumnStretch(2, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(m_fields);
    layout->addWidget(m_noText);
    layout->addWidget(m_files, 0, Qt::AlignLeading);
    layout->addWidget(m_diff, 1);
    layout->addStretch();
    connect(m_files, &QComboBox::currentIndexChanged, this, &LicenseView::showText);
    retranslate();
}

void LicenseView::setChange(const LicenseChange& change)
{
    m_change = change;
    retranslate();
}

void LicenseView::retranslate()
{
    m_files->setAccessibleName(tr("File"));
    m_diff->setAccessibleName(tr("What changed in the text"));
    m_noText->setText(tr("No file with the license's text changed."));
    while (const QLayoutItem* item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto addRow = [this, &row](const QString& name, const QString& before, const QString& after,
                                     bool isTitle = false) {
        if (!isTitle && before.isEmpty() && after.isEmpty())
            return;
        const std::array texts{name, before, after};
        for (int column = 0; column < 3; ++column) {
            QLabel* const label = cell(this, texts.at(static_cast<size_t>(column)), column == 0 || isTitle);
            QFont font = label->font();
            font.setBold(!isTitle && column == 2 && before != after);
            label->setFont(font);
            m_fields->addWidget(label, row, column);
        }
        ++row;
    };
    addRow({}, tr("What you hold"), tr("Upstream now"), true);
    addRow(tr("License"), licenseLine(m_change.before), licenseLine(m_change.after));
    addRow(tr("Link"), plainLine(m_change.before.link), plainLine(m_change.after.link));

    const QString chosen = m_files->currentText();
    {
        const QSignalBlocker quiet(m_files);
        m_files->clear();
        for (const LicenseChange::Text& text : std::as_const(m_change.texts))
            m_files->addItem(text.before.isEmpty()      ? tr("%1, new").arg(plainLine(text.path))
                                 : text.after.isEmpty() ? tr("%1, removed").arg(plainLine(text.path))
                                                        : plainLine(text.path));
        m_files->setCurrentIndex(std::max(0, m_files->findText(chosen)));
    }
    const bool hasText = !m_change.texts.isEmpty();
    m_noText->setVisible(!hasText);
    m_files->setVisible(hasText);
    m_diff->setVisible(hasText);
    showText();
}

void LicenseView::showText()
{
    const LicenseChange::Text text = m_change.texts.value(m_files->currentIndex());
    const QList<DiffLine> diff = lineDiff(text.before, text.after);
    QStringList lines;
    lines.reserve(diff.size());
    for (const DiffLine& line : diff) {
        const QString clean = QString(line.text).replace(u'\t', u' ');
        lines.append(line.kind == DiffLine::Kind::Removed       ? QString(u"− "_s + clean)
                         : line.kind == DiffLine::Kind::Added   ? QString(u"+ "_s + clean)
                         : line.kind == DiffLine::Kind::LeftOut ? u"⋯"_s
                                                                : QString(u"  "_s + clean));
    }
    m_diff->setPlainText(lines.join(u'\n'));
    QTextCursor cursor(m_diff->document());
    cursor.beginEditBlock();
    for (qsizetype i = 0; i < diff.size(); ++i) {
        const DiffLine::Kind kind = diff.at(i).kind;
        if (kind != DiffLine::Kind::Removed && kind != DiffLine::Kind::Added)
            continue;
        const TintColors colors = tintColors(kind == DiffLine::Kind::Added ? Tint::Good : Tint::Wrong, palette());
        cursor.setPosition(m_diff->document()->findBlockByNumber(static_cast<int>(i)).position());
        QTextBlockFormat block;
        block.setBackground(colors.fill);
        cursor.setBlockFormat(block);
        QTextCharFormat letters;
        letters.setForeground(colors.text);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(letters);
    }
    cursor.endEditBlock();
    m_diff->moveCursor(QTextCursor::Start);
}

void LicenseView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showText();
}

} // namespace hugger
