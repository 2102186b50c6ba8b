// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>
#include <QtCore/QTranslator>

namespace hugger {

/// A language that anybody can read and nobody speaks: "[Ŝàvé ~~]", more than half as long again as the English. What
/// stays English on the screen was not given to a translator; what is cut off would be cut off in German, too.
///
/// Keeps what a translation must keep: %1, %L1, %n, mnemonics, markup, entities and line ends.
class PseudoTranslator final : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override
    {
        Q_UNUSED(disambiguation)
        Q_UNUSED(n)
        // Qt's own: "QDialogButtonBox", and "QT_LAYOUT_DIRECTION" among them, which is no text.
        return context[0] == 'Q' ? QString() : pseudo(QString::fromUtf8(source));
    }

    [[nodiscard]] static QString pseudo(const QString& text)
    {
        static const QString from = QStringLiteral("aceginorsuyzACEGINORSUYZ");
        static const QString to = QStringLiteral("àçéğîñöŕšûýžÀÇÉĞÎÑÖŔŠÛÝŽ");
        QString out = QStringLiteral("[");
        qsizetype letters = 0;
        for (qsizetype i = 0; i < text.size();) {
            const qsizetype kept = keptAt(QStringView(text).sliced(i));
            if (kept > 0) {
                out += QStringView(text).sliced(i, kept);
                i += kept;
                continue;
            }
            const qsizetype at = from.indexOf(text[i]);
            out += at < 0 ? text[i] : to[at];
            ++letters;
            ++i;
        }
        // Words, so that what wraps can wrap.
        for (qsizetype more = (letters * 6 + 9) / 10; more > 0; more -= 5)
            out += u' ' + QString(qMin<qsizetype>(more, 4), u'~');
        return out + u']';
    }

private:
    /// How much of what begins here stays as it is.
    [[nodiscard]] static qsizetype keptAt(QStringView rest)
    {
        const QChar first = rest.front();
        if (first == u'\n')
            return 1;
        if (first == u'<') {
            const bool isTag = rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/');
            return isTag ? rest.indexOf(u'>') + 1 : 0;
        }
        if (first == u'&' && rest.size() > 1) {
            const qsizetype end = rest.indexOf(u';');
            const bool isEntity = end > 1 && end < 8 && rest.sliced(1, end - 1).indexOf(u' ') < 0;
            return isEntity ? end + 1 : 2;
        }
        if (first == u'%' && rest.size() > 1) {
            const qsizetype at = rest[1] == u'L' && rest.size() > 2 ? 2 : 1;
            return rest[at].isDigit() || rest[at] == u'n' ? at + 1 : 0;
        }
        return 0;
    }
};

} // namespace hugger
