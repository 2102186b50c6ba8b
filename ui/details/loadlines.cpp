// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/loadlines.h"

#include "base/shellwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype mostFiles = 12; ///< lines for single files; more would not be read

QString words(const char* text)
{
    return QCoreApplication::translate("hugger", text);
}

bool isHeld(const Record& record, QLatin1StringView path)
{
    return std::ranges::any_of(record.files, [path](const HeldFile& file) { return file.path == path; });
}

/// GGUF files that a program is pointed at: of one in parts the first, and no projectors, which are loaded beside.
QStringList ggufFiles(const Record& record, bool withParts)
{
    static const QRegularExpression part(u"-([0-9]{5})-of-[0-9]{5}\\.gguf$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (const HeldFile& file : record.files) {
        if (!file.path.endsWith(".gguf"_L1, Qt::CaseInsensitive)
            || file.path.contains("mmproj"_L1, Qt::CaseInsensitive))
            continue;
        const auto match = part.match(file.path);
        if (match.hasMatch() && (!withParts || match.captured(1) != "00001"_L1))
            continue;
        found.append(file.path);
        if (found.size() == mostFiles)
            break;
    }
    return found;
}

QString python(const SnapshotDetails& details, bool transformers)
{
    const Record& record = details.record;
    QString text = u"import os\n\nos.environ[\"HF_HUB_CACHE\"] = %1\nos.environ[\"HF_HUB_OFFLINE\"] = \"1\"\n\n"_s.arg(
        pythonQuoted(details.hubCache));
    const QString id = pythonQuoted(record.repo.id);
    const QString commit = pythonQuoted(QString::fromLatin1(record.commit));
    if (transformers) {
        return text
            % u"from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(\n    %1,\n    revision=%2,\n)\n"_s
                  .arg(id, commit);
    }
    const QString kind = record.repo.kind == RepoKind::Model
        ? QString()
        : u"    repo_type=%1,\n"_s.arg(pythonQuoted(kindName(record.repo.kind)));
    return text
        % u"from huggingface_hub import snapshot_download\n\nfolder = snapshot_download(\n    %1,\n%2    revision=%3,\n)\n"_s
              .arg(id, kind, commit);
}

QString shell(const SnapshotDetails& details)
{
    const Record& record = details.record;
    const QString kind =
        record.repo.kind == RepoKind::Model ? QString() : u" --repo-type "_s % kindName(record.repo.kind);
    return u"export HF_HUB_CACHE=%1\nexport HF_HUB_OFFLINE=1\nhf download %2%3 --revision %4\n"_s.arg(
        shellQuoted(details.hubCache), shellQuoted(record.repo.id), kind, QString::fromLatin1(record.commit));
}

QString docker(const SnapshotDetails& details)
{
    // The whole store: where there are no hard links the view leads out of hub/, into objects/.
    const QString store = QFileInfo(details.hubCache).path();
    QString mount = u"-v %1"_s.arg(shellQuoted(store % u":/store:ro"));
    if (store.contains(u':') || store.contains(u'\n')) {
        // -v splits at colons. --mount is a line of CSV.
        QString field = u"source="_s % store;
        field.replace(u'"', u"\"\""_s);
        mount = u"--mount %1"_s.arg(shellQuoted(u"type=bind,\"%1\",target=/store,readonly"_s.arg(field)));
    }
    return u"docker run --rm -it \\\n  %1 \\\n  -e HF_HUB_CACHE=/store/hub \\\n  -e HF_HUB_OFFLINE=1 \\\n  IMAGE\n"_s
        .arg(mount);
}

QString ollama(const SnapshotDetails& details, const QString& path)
{
    const QString file = details.folder % u'/' % path;
    const auto marks = file.contains(u'"') ? "\"\"\""_L1 : "\""_L1;
    static const QRegularExpression others(u"[^a-z0-9._-]+"_s);
    const QString name = QFileInfo(path).completeBaseName().toLower().replace(others, u"-"_s);
    return u"printf '%s\\n' %1 > Modelfile\nollama create %2 -f Modelfile\n"_s.arg(
        shellQuoted(u"FROM "_s % marks % file % marks), shellQuoted(name));
}

} // namespace

QString pythonQuoted(const QString& text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' % c;
        else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            quoted += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, '0'_L1);
        else
            quoted += c;
    }
    return quoted % u'"';
}

QList<LoadRecipe> loadRecipes(const SnapshotDetails& details)
{
    if (details.folder.isEmpty())
        return {};
    const Record& record = details.record;
    QList<LoadRecipe> recipes;
    if (record.repo.kind == RepoKind::Model && isHeld(record, "config.json"_L1)) {
        recipes.append(
            {u"transformers"_s,
             words(QT_TRANSLATE_NOOP(
                 "hugger", "AutoModel stands for the class that the card names, such as AutoModelForCausalLM.")),
             python(details, true)});
    }
    recipes.append(
        {u"Python"_s,
         words(QT_TRANSLATE_NOOP("hugger", "Any program that uses huggingface_hub finds the files this way.")),
         python(details, false)});
    recipes.append(
        {words(QT_TRANSLATE_NOOP("hugger", "Shell")),
         words(QT_TRANSLATE_NOOP("hugger", "Programs started from this shell use the archive, without the network.")),
         shell(details)});
    if (const QStringList files = ggufFiles(record, true); !files.isEmpty()) {
        QString text;
        for (const QString& file : files)
            text += u"llama-cli -m %1\n"_s.arg(shellQuoted(details.folder % u'/' % file));
        recipes.append({u"llama.cpp"_s, {}, text});
    }
    if (const QStringList files = ggufFiles(record, false); !files.isEmpty()) {
        QStringList lines;
        for (const QString& file : files)
            lines.append(ollama(details, file));
        recipes.append({u"Ollama"_s,
                        words(QT_TRANSLATE_NOOP("hugger", "Ollama copies the file into a place of its own.")),
                        lines.join(u'\n')});
    }
    recipes.append({u"Docker"_s, words(QT_TRANSLATE_NOOP("hugger", "Put the name of your image where IMAGE stands.")),
                    docker(details)});
    return recipes;
}

} // namespace hugger
