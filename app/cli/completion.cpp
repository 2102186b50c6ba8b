// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runCompletion(Context& context)
{
    const QString shell = context.args.operands.front();
    const bool isBash = shell == u"bash";
    if (!isBash && shell != u"zsh")
        co_return fail(ErrorKind::Usage, u"usage"_s,
                       u"There is completion for bash and zsh, not for \"%1\"."_s.arg(shell));
    // The same files a package installs.
    QFile script(isBash ? u":/completion/hugger.bash"_s : u":/completion/_hugger"_s);
    if (!script.open(QIODevice::ReadOnly))
        co_return fail(ErrorKind::Failed, u"no_script"_s, u"This hugger was built without its completion scripts."_s);
    const QString text = QString::fromUtf8(script.readAll());
    if (context.out.isJson())
        context.out.document({{u"shell"_s, shell}, {u"script"_s, text}});
    else
        context.out.verbatim(text);
    co_return 0;
}

} // namespace hugger
