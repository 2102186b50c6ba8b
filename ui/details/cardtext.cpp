// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/cardtext.h"

#include <algorithm>

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QRegularExpression attributePattern(QLatin1StringView name)
{
    return QRegularExpression(u"\\s%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"_s.arg(name),
                              QRegularExpression::CaseInsensitiveOption);
}

QString attribute(QStringView tag, const QRegularExpression& pattern)
{
    const auto match = pattern.matchView(tag);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/// How far a tag, or code within a line, may reach. Foreign text must not make us look for its end again and again.
constexpr qsizetype farthest = 4000;

/// As the address of a Markdown link.
QString address(QString text)
{
    text.removeIf([](QChar c) { return c == u'<' || c == u'>' || c == u'\n' || c == u'\r'; });
    return u"(<"_s % text % u">)";
}

/// Qt leaves out images that have no text. A joiner is one, and is not seen.
constexpr QChar noText = u'\u2060';

class Reader final {
public:
    explicit Reader(const QSet<QString>& images)
        : m_images(images)
    {
    }

    QString read(const QString& markdown)
    {
        const QStringView text = markdown;
        qsizetype done = 0; // all before it is read
        for (qsizetype at = 0; at < text.size();) {
            const QChar c = text.at(at);
            const bool isLineStart = at == 0 || text.at(at - 1) == u'\n';
            qsizetype end = -1;
            bool isCode = false;
            if (isLineStart && (end = endOfFence(text, at)) > 0)
                isCode = true;
            else if (c == u'`' && (end = endOfCode(text, at)) > 0)
                isCode = true;
            else if (c == u'<')
                end = endOfTag(text, at);
            if (end < 0) {
                // Marks that open nothing are stepped over together.
                do
                    ++at;
                while (c == u'`' && at < text.size() && text.at(at) == c);
                continue;
            }
            addText(text.sliced(done, at - done).toString(), !isCode);
            if (isCode)
                m_out += text.sliced(at, end - at);
            else
                addTag(text.sliced(at, end - at));
            done = at = end;
        }
        addText(text.sliced(done).toString(), false);
        return m_out;
    }

private:
    /// Three or more marks of one kind and all up to such marks again, or to the end; -1 when there is none at `at`.
    static qsizetype endOfFence(QStringView text, qsizetype at)
    {
        const auto marksAt = [&text](qsizetype from) {
            qsizetype mark = from;
            while (mark < text.size() && mark - from < 3 && text.at(mark) == u' ')
                ++mark;
            qsizetype end = mark;
            while (end < text.size() && text.at(end) == text.at(mark))
                ++end;
            const bool isFence = end - mark >= 3 && (text.at(mark) == u'`' || text.at(mark) == u'~');
            return isFence ? text.sliced(mark, end - mark) : QStringView();
        };
        const QStringView fence = marksAt(at);
        if (fence.isEmpty())
            return -1;
        while ((at = text.indexOf(u'\n', at)) >= 0) {
            ++at;
            if (const QStringView marks = marksAt(at); marks.startsWith(fence))
                return marks.end() - text.begin();
        }
        return text.size();
    }

    /// As many marks, and all up to as many again on the same line.
    static qsizetype endOfCode(QStringView text, qsizetype at)
    {
        const auto runAt = [&text](qsizetype from) {
            qsizetype end = from;
            while (end < text.size() && text.at(end) == u'`')
                ++end;
            return end - from;
        };
        const qsizetype marks = runAt(at);
        const qsizetype last = std::min(text.size(), at + marks + farthest);
        for (qsizetype i = at + marks; i < last && text.at(i) != u'\n'; ++i) {
            if (text.at(i) != u'`')
                continue;
            const qsizetype run = runAt(i);
            if (run == marks)
                return i + run;
            i += run - 1;
        }
        return -1;
    }

    /// A tag; a comment, script or style with all in it.
    static qsizetype endOfTag(QStringView text, qsizetype at)
    {
        const auto upTo = [&text, at](QLatin1StringView end) {
            const qsizetype found = text.indexOf(end, at, Qt::CaseInsensitive);
            return found < 0 ? text.size() : found + end.size();
        };
        const QStringView rest = text.sliced(at);
        if (rest.startsWith("<!--"_L1))
            return upTo("-->"_L1);
        if (isTagOf(rest, "<script"_L1))
            return upTo("</script>"_L1);
        if (isTagOf(rest, "<style"_L1))
            return upTo("</style>"_L1);
        static const QRegularExpression tag(u"\\A</?[a-z][a-z0-9-]*+(?:[\\s/][^<>]*+)?>"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        const auto match = tag.matchView(rest.first(std::min(rest.size(), farthest)));
        return match.hasMatch() ? at + match.capturedLength() : -1;
    }

    static bool isTagOf(QStringView text, QLatin1StringView begin)
    {
        return text.startsWith(begin, Qt::CaseInsensitive) && text.size() > begin.size()
            && !text.at(begin.size()).isLetterOrNumber();
    }

    void addText(QString text, bool isBeforeTag)
    {
        if (isBeforeTag) {
            // A tag that begins a line leaves no indentation, which would make code of what follows.
            const qsizetype line = text.lastIndexOf(u'\n') + 1;
            if ((line > 0 || m_out.isEmpty() || m_out.endsWith(u'\n'))
                && QStringView(text).sliced(line).trimmed().isEmpty())
                text.truncate(line);
        }
        if (m_skipsSpace) {
            const QString rest = text.trimmed();
            m_skipsSpace = rest.isEmpty();
            text = m_skipsSpace ? QString() : text.sliced(text.indexOf(rest.front()));
        }
        if (m_depth > 0) {
            // Indented lines of HTML are no code.
            static const QRegularExpression indent(u"\n[ \t]+"_s);
            text.replace(indent, u"\n"_s);
        }
        addWithImages(text);
    }

    void addWithImages(const QString& text)
    {
        static const QRegularExpression image(
            uR"(!\[([^\[\]]{0,2000}+)\]\(\s{0,9}+<?([^()\s<>]{1,2000}+)>?(?:\s[^()]{0,2000}+)?\))"_s);
        qsizetype at = 0;
        for (const auto& match : image.globalMatch(text)) {
            m_out += QStringView(text).sliced(at, match.capturedStart() - at);
            at = match.capturedEnd();
            if (!m_images.contains(match.captured(2)))
                m_out += match.captured(1);
            else if (!match.captured(1).isEmpty())
                m_out += match.captured();
            else
                m_out += "!["_L1 % noText % match.captured().sliced(2);
        }
        m_out += QStringView(text).sliced(at);
    }

    [[nodiscard]] bool isInTable() const
    {
        const QStringView line = QStringView(m_out).sliced(m_out.lastIndexOf(u'\n') + 1);
        return line.trimmed().startsWith(u'|');
    }

    void breakLine(QLatin1StringView with) { m_out += isInTable() ? " "_L1 : with; }

    void addTag(QStringView tag)
    {
        static const QRegularExpression namePattern(u"^</?([A-Za-z][A-Za-z0-9-]*)"_s);
        static const QRegularExpression href = attributePattern("href"_L1);
        const QString name = namePattern.matchView(tag).captured(1).toLower();
        const bool isEnd = tag.startsWith("</"_L1);
        static const QSet<QString> blocks = {u"p"_s,       u"div"_s,        u"center"_s, u"table"_s,
                                             u"ul"_s,      u"ol"_s,         u"pre"_s,    u"details"_s,
                                             u"summary"_s, u"blockquote"_s, u"figure"_s, u"section"_s};
        if (name == "img"_L1) {
            addImage(tag);
        } else if (name == "a"_L1) {
            isEnd ? endLink() : beginLink(attribute(tag, href));
        } else if (name.size() == 2 && name.startsWith(u'h') && name.back() >= u'1' && name.back() <= u'6') {
            breakLine("\n\n"_L1);
            m_skipsSpace = !isEnd;
            if (!isEnd && !isInTable())
                m_out += QString(name.back().digitValue(), u'#') % u' ';
        } else if (blocks.contains(name)) {
            m_depth = std::max(0, m_depth + (isEnd ? -1 : 1));
            breakLine("\n\n"_L1);
        } else if (name == "br"_L1) {
            breakLine("  \n"_L1);
        } else if (name == "hr"_L1) {
            breakLine("\n\n---\n\n"_L1);
        } else if (name == "li"_L1 && !isEnd) {
            breakLine("\n- "_L1);
            m_skipsSpace = true;
        } else if (name == "tr"_L1 && isEnd) {
            breakLine("  \n"_L1);
        } else if ((name == "td"_L1 || name == "th"_L1) && isEnd) {
            m_out += u' ';
        }
    }

    void addImage(QStringView tag)
    {
        static const QRegularExpression src = attributePattern("src"_L1);
        static const QRegularExpression alt = attributePattern("alt"_L1);
        const QString source = attribute(tag, src);
        QString text = attribute(tag, alt).simplified();
        text.removeIf([](QChar c) { return c == u'[' || c == u']'; });
        if (m_images.contains(source))
            m_out += u"!["_s % (text.isEmpty() ? QString(noText) : text) % u']' % address(source);
        else
            m_out += text;
        m_skipsSpace = false;
    }

    void beginLink(const QString& to)
    {
        m_links.append(to);
        if (!to.isEmpty())
            m_out += u'[';
    }

    void endLink()
    {
        const QString to = m_links.isEmpty() ? QString() : m_links.takeLast();
        if (!to.isEmpty())
            m_out += u']' % address(to);
    }

    const QSet<QString>& m_images;
    QString m_out;
    QStringList m_links; ///< where those lead that are open
    int m_depth = 0; ///< of blocks of HTML
    bool m_skipsSpace = false; ///< up to the first word
};

} // namespace

QString readableMarkdown(const QString& markdown, const QSet<QString>& images)
{
    return Reader(images).read(markdown);
}

} // namespace hugger
