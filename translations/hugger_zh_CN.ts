<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>JobWords</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How far a transfer is: &quot;59.6 of 141 GB&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waits for the network; goes on by itself</source>
        <translation>正在等待网络，恢复后自动继续</translation>
    </message>
    <message>
        <source>The Hub asks for a pause: %1 left</source>
        <translation>Hub 要求暂停：还剩 %1</translation>
    </message>
    <message>
        <source>The Hub asks for a pause; goes on by itself</source>
        <translation>Hub 要求暂停，稍后自动继续</translation>
    </message>
    <message>
        <source>The disk is full: goes on when there is space again</source>
        <translation>磁盘已满：有空间后继续</translation>
    </message>
    <message>
        <source>Needs a token of the Hub</source>
        <translation>需要 Hub 的令牌</translation>
    </message>
    <message>
        <source>Waits for the hours set for fetching</source>
        <translation>正在等待设定的下载时段</translation>
    </message>
    <message>
        <source>The drive of its store is not there: goes on when it is plugged in</source>
        <translation>存储位置所在的驱动器未接入：接入后继续</translation>
    </message>
    <message>
        <source>verified %1 ago</source>
        <translation>%1前已校验</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>%1已校验</translation>
    </message>
    <message>
        <source>done %1 ago</source>
        <translation>%1前已完成</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1已完成</translation>
    </message>
    <message>
        <source>cancelled %1 ago</source>
        <translation>%1前已取消</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>%1已取消</translation>
    </message>
    <message>
        <source>It failed, and nothing says why.</source>
        <translation>失败，且没有说明原因。</translation>
    </message>
    <message>
        <source>Verifying waits for its turn</source>
        <translation>等待校验</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Verifying: reading the record</source>
        <translation>校验：正在读取记录</translation>
    </message>
    <message>
        <source>Asking the Hub for the files</source>
        <translation>正在向 Hub 查询文件</translation>
    </message>
    <message>
        <source>Putting it into the store</source>
        <translation>正在放入存储位置</translation>
    </message>
    <message numerus="yes">
        <source>Verifying %1 of %Ln files</source>
        <translation>
            <numerusform>正在校验：%1 / %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln files</source>
        <translation>
            <numerusform>%1 / %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A repo, and what is the matter with its transfer.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>verified just now</source>
        <translation>刚刚校验</translation>
    </message>
    <message>
        <source>done just now</source>
        <translation>刚刚完成</translation>
    </message>
    <message>
        <source>cancelled just now</source>
        <translation>刚刚取消</translation>
    </message>
    <message numerus="yes">
        <source>Export of %Ln snapshots</source>
        <translation>
            <numerusform>导出 %Ln 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>Export of %1</source>
        <extracomment>%1 a repo</extracomment>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <extracomment>%1 the name of a file or folder</extracomment>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Giving it its name</source>
        <translation>正在改为最终名称</translation>
    </message>
    <message>
        <source>to %1</source>
        <extracomment>%1 the file or folder that is written</extracomment>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 the folder in which what is read lies</extracomment>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>hugger</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter token…</source>
        <extracomment>Opens the settings where an access token of the Hub is entered.</extracomment>
        <translation>输入令牌…</translation>
    </message>
    <message>
        <source>Open its page</source>
        <extracomment>Opens the repo&apos;s page in the browser, where its terms can be accepted.</extracomment>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>Choose another store…</source>
        <translation>选择其他存储位置…</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>网络设置…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Repair</source>
        <extracomment>Fetches again what is damaged or missing.</extracomment>
        <translation>修复</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>partial, not proved</source>
        <extracomment>State of a snapshot of which only some files were chosen. %1 is a date: &quot;today&quot;, &quot;3 Nov 2026&quot;.</extracomment>
        <translation>部分，未校验</translation>
    </message>
    <message>
        <source>partial, verified %1</source>
        <translation>部分，%1已校验</translation>
    </message>
    <message>
        <source>not proved</source>
        <extracomment>State of a snapshot whose files were not read and compared with their hashes since they were stored.</extracomment>
        <translation>未校验</translation>
    </message>
    <message>
        <source>verified %1</source>
        <extracomment>State of a snapshot. %1 is a date: &quot;today&quot;, &quot;3 days ago&quot;, &quot;3 Nov 2026&quot;.</extracomment>
        <translation>%1已校验</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>newer</source>
        <extracomment>Upstream has commits that are not held.</extracomment>
        <translation>有更新</translation>
    </message>
    <message>
        <source>license changed</source>
        <translation>许可证已变更</translation>
    </message>
    <message>
        <source>gated</source>
        <extracomment>Upstream gives its files only to those whom its owner allows.</extracomment>
        <translation>受限访问</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>gone: last copy?</source>
        <extracomment>Upstream no longer exists: this may be the last copy.</extracomment>
        <translation>已消失，最后副本？</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>An exact size; %1 is a number in digits, as in &quot;4,431,385,152 bytes&quot;.</extracomment>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>A rate of transfer: %1 is a size, as in &quot;88.1 MB/s&quot;.</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds, short.</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes, short.</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes, short.</extracomment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Per cent: %1 is a number from 0 to 100.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A point in time: %1 is a date, %2 a time of day.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>space</source>
        <extracomment>A Space of the Hub: a repo with a small web application.</extracomment>
        <translation>Space</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Your copy is complete and was verified on %1.</source>
        <translation>您的副本完整，%1已校验。</translation>
    </message>
    <message>
        <source>Your copy is complete; it has not been verified.</source>
        <translation>您的副本完整，尚未校验。</translation>
    </message>
    <message numerus="yes">
        <source>Your copy has %Ln of its files and was verified on %1.</source>
        <translation>
            <numerusform>您的副本包含其中 %Ln 个文件，%1已校验。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your copy has %Ln of its files; it has not been verified.</source>
        <translation>
            <numerusform>您的副本包含其中 %Ln 个文件，尚未校验。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two whole sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are damaged or missing.</source>
        <translation>
            <numerusform>%Ln 个文件已损坏或缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair asks the Hub for them again, but the Hub no longer shows this repo.</source>
        <translation>修复需要再次向 Hub 请求这些文件，但 Hub 已不再显示此仓库。</translation>
    </message>
    <message>
        <source>Repair fetches them again; everything else stays as it is.</source>
        <translation>修复会重新下载这些文件，其他内容保持不变。</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3</source>
        <translation>%1 / %2 个文件，%3</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3 of %4</source>
        <translation>%1 / %2 个文件，%3 / %4</translation>
    </message>
    <message numerus="yes">
        <source>No: %Ln files are damaged or missing</source>
        <translation>
            <numerusform>未通过：%Ln 个文件已损坏或缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>Not since it was changed; Verify reads every file</source>
        <translation>更改后尚未校验；校验会读取每个文件</translation>
    </message>
    <message>
        <source>%1, SHA-256, all files</source>
        <translation>%1，SHA-256，全部文件</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Not gated when captured</source>
        <translation>抓取时访问不受限</translation>
    </message>
    <message>
        <source>Gated when captured: terms had to be accepted</source>
        <translation>抓取时受限访问：须接受条款</translation>
    </message>
    <message>
        <source>Gated when captured: access was given by hand</source>
        <translation>抓取时受限访问：由所有者人工批准</translation>
    </message>
    <message>
        <source>The Hub says this repo no longer exists or is private.</source>
        <translation>Hub 表示此仓库已不存在或为私有。</translation>
    </message>
    <message>
        <source>The Hub has disabled this repo.</source>
        <translation>Hub 已停用此仓库。</translation>
    </message>
    <message>
        <source>The license changed upstream. Your copy was captured under: %1.</source>
        <translation>上游的许可证已变更。您的副本抓取时的许可证为：%1。</translation>
    </message>
    <message>
        <source>The Hub now asks for its terms to be accepted first.</source>
        <translation>Hub 现在要求先接受其条款。</translation>
    </message>
    <message>
        <source>This repo has another name on the Hub now.</source>
        <translation>此仓库在 Hub 上已改名。</translation>
    </message>
    <message>
        <source>There is a newer version upstream.</source>
        <translation>上游有更新的版本。</translation>
    </message>
    <message>
        <source>AutoModel stands for the class that the card names, such as AutoModelForCausalLM.</source>
        <translation>AutoModel 代表卡片中指明的类，例如 AutoModelForCausalLM。</translation>
    </message>
    <message>
        <source>Any program that uses huggingface_hub finds the files this way.</source>
        <translation>任何使用 huggingface_hub 的程序都能以这种方式找到文件。</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Programs started from this shell use the archive, without the network.</source>
        <translation>从此 Shell 启动的程序会使用归档，无需网络。</translation>
    </message>
    <message>
        <source>Ollama copies the file into a place of its own.</source>
        <translation>Ollama 会把文件复制到它自己的位置。</translation>
    </message>
    <message>
        <source>Put the name of your image where IMAGE stands.</source>
        <translation>请将 IMAGE 替换为您的镜像名称。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About hugger</source>
        <translation>关于 hugger</translation>
    </message>
    <message>
        <source>hugger %1</source>
        <extracomment>%1 a version</extracomment>
        <translation>hugger %1</translation>
    </message>
    <message>
        <source>Archives models, datasets and spaces of the Hugging Face Hub, and proves that what is held is whole.

Free software under the GNU General Public License, version 3 or later. Made independently of Hugging Face.</source>
        <translation>归档 Hugging Face Hub 上的模型、数据集和 Space，并验证已归档的内容完整无缺。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。独立开发，与 Hugging Face 无关。</translation>
    </message>
    <message>
        <source>%1 files, %2; others are not held</source>
        <translation>%1 个文件，%2；其他文件未归档</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files damaged</source>
        <translation>
            <numerusform>%Ln 个文件已损坏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>It is protected from removal.</source>
        <translation>它已受保护，不会被移除。</translation>
    </message>
    <message>
        <source>without a token</source>
        <translation>未使用令牌</translation>
    </message>
    <message>
        <source>with a token</source>
        <translation>使用令牌</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>%1 is an account of the Hub</extracomment>
        <translation>账户 %1</translation>
    </message>
    <message>
        <source>The answer had no text.</source>
        <translation>应答没有内容。</translation>
    </message>
    <message>
        <source>Its text, %1, SHA-256 %2:</source>
        <extracomment>%1 a size in bytes, %2 a hash</extracomment>
        <translation>应答内容，%1，SHA-256 %2：</translation>
    </message>
    <message>
        <source>And more that is not shown.</source>
        <translation>其余内容未显示。</translation>
    </message>
    <message>
        <source>Asked on %1, %2</source>
        <extracomment>Part of the proof of an event. %1 a date and time, %2 &quot;as alice&quot;, &quot;with a token&quot; or &quot;without a token&quot;</extracomment>
        <translation>询问时间 %1，%2</translation>
    </message>
    <message>
        <source>The answer: %1</source>
        <extracomment>%1 a status of HTTP: &quot;404&quot;</extracomment>
        <translation>应答：%1</translation>
    </message>
    <message>
        <source>Its name is %1 now.</source>
        <translation>现在的名称是 %1。</translation>
    </message>
    <message>
        <source>This is about %1.</source>
        <extracomment>%1 the name of a branch or tag</extracomment>
        <translation>涉及 %1。</translation>
    </message>
    <message>
        <source>The commit before: %1.</source>
        <extracomment>%1 a commit</extracomment>
        <translation>之前的提交：%1。</translation>
    </message>
    <message>
        <source>Files added: %1, changed: %2, removed: %3; to fetch: %4.</source>
        <extracomment>%1, %2, %3 numbers, %4 a size</extracomment>
        <translation>文件新增：%1，更改：%2，移除：%3；需下载：%4。</translation>
    </message>
    <message>
        <source>No exchange with the Hub belongs to this.</source>
        <translation>此事件没有与 Hub 的通信记录。</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A license: %1 its id, %2 its name</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The license is stricter now, or nobody can tell: %1 became %2. What you hold was published under %1.</source>
        <translation>许可证现在更严格，或无法判断：%1 变为 %2。您持有的副本是以 %1 发布的。</translation>
    </message>
    <message>
        <source>The license changed: %1 became %2. What you hold was published under %1.</source>
        <translation>许可证已变更：%1 变为 %2。您持有的副本是以 %1 发布的。</translation>
    </message>
    <message>
        <source>The text of the license changed under the same name (%1): it may be stricter now. What you hold has the text it was published with.</source>
        <translation>许可证名称未变（%1），但文本已更改：可能更严格。您持有的副本带有发布时的文本。</translation>
    </message>
    <message>
        <source>What is said about the license changed; it is still %1.</source>
        <translation>许可证的说明已更改；仍为 %1。</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>不自动</translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>每 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as the settings say</source>
        <extracomment>%1 is &quot;every 12 hours&quot; or &quot;not by itself&quot;</extracomment>
        <translation>%1（按设置）</translation>
    </message>
    <message>
        <source>told, not fetched</source>
        <translation>仅通知，不下载</translation>
    </message>
    <message>
        <source>fetched by itself up to %1</source>
        <extracomment>What happens to updates; %1 is a size</extracomment>
        <translation>不超过 %1 时自动下载</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub has disabled the repo.</source>
        <translation>这可能是最后的副本：Hub 已停用该仓库。</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub now keeps the files behind a gate.</source>
        <translation>这可能是最后的副本：Hub 现在限制访问其文件。</translation>
    </message>
    <message>
        <source>This may be the last copy under its license: the Hub now has it under a stricter one.</source>
        <translation>这可能是该许可证下最后的副本：Hub 上现为更严格的许可证。</translation>
    </message>
    <message>
        <source>This may be the last copy: the Hub no longer has it.</source>
        <translation>这可能是最后的副本：Hub 上已不存在。</translation>
    </message>
    <message>
        <source>Upstream is checked once the Hub answers</source>
        <translation>Hub 应答后将检查上游</translation>
    </message>
    <message>
        <source>Checking upstream: %1 of %2</source>
        <extracomment>%1 of %2 repos are checked</extracomment>
        <translation>正在检查上游：%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <extracomment>A store and the space on its disk: &quot;Home, 212 GB free&quot;</extracomment>
        <translation>%1，可用 %2</translation>
    </message>
    <message>
        <source>%1, unplugged</source>
        <extracomment>A store whose disk is not there: &quot;Shelf disk 2, unplugged&quot;</extracomment>
        <translation>%1，未接入</translation>
    </message>
</context>
<context>
    <name>hugger::AddDialog</name>
    <message>
        <source>&amp;Back to results</source>
        <translation>返回结果(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>归档(&amp;A)</translation>
    </message>
    <message>
        <source>Add to the archive</source>
        <translation>添加到归档</translation>
    </message>
    <message>
        <source>Link, id, or words to search the Hub</source>
        <translation>链接、ID，或用于搜索 Hub 的关键词</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>St&amp;ore:</source>
        <translation>存储位置(&amp;O)：</translation>
    </message>
    <message>
        <source>What do you want to keep?</source>
        <translation>您想保存什么？</translation>
    </message>
    <message>
        <source>Paste a link to a model, a dataset or a space, type its id, or search the Hub.</source>
        <translation>粘贴模型、数据集或 Space 的链接，输入其 ID，或搜索 Hub。</translation>
    </message>
    <message>
        <source>Asking the Hub</source>
        <translation>正在查询 Hub</translation>
    </message>
    <message>
        <source>Asking the Hub which files there are.</source>
        <translation>正在向 Hub 查询有哪些文件。</translation>
    </message>
    <message>
        <source>Working out what there is to fetch.</source>
        <translation>正在确定需要下载的内容。</translation>
    </message>
    <message>
        <source>There is no %1 at this revision.</source>
        <translation>此修订版本中没有 %1。</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>未勾选任何内容。</translation>
    </message>
    <message>
        <source>Nothing to fetch: %1 are held already.</source>
        <translation>无需下载：%1 已归档。</translation>
    </message>
    <message>
        <source>To fetch: %1, %2.</source>
        <extracomment>%1 is a size, %2 is &quot;3 files&quot;</extracomment>
        <translation>待下载：%1，%2。</translation>
    </message>
    <message>
        <source>%1 held already.</source>
        <translation>%1 已归档。</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <extracomment>How much space is left on the disk of the store; %1 is a size</extracomment>
        <translation>之后可用 %1。</translation>
    </message>
    <message>
        <source>This does not fit: %1 more are needed. Free some space, tick fewer files, or choose another store.</source>
        <extracomment>%1 is a size</extracomment>
        <translation>空间不足：还需要 %1。请释放一些空间、减少勾选的文件，或选择其他存储位置。</translation>
    </message>
</context>
<context>
    <name>hugger::AddStoreDialog</name>
    <message>
        <source>Add store</source>
        <translation>添加存储位置</translation>
    </message>
    <message>
        <source>for example Shelf disk 2</source>
        <translation>例如：书架硬盘 2</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>A new folder, an empty one, or a store that was made before.</source>
        <translation>新文件夹、空文件夹，或之前创建的存储位置。</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>名称(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Add store</source>
        <translation>添加存储位置(&amp;A)</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>存储位置的文件夹</translation>
    </message>
</context>
<context>
    <name>hugger::AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colo&amp;rs:</source>
        <translation>颜色(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Both apply at once.</source>
        <translation>两者均立即生效。</translation>
    </message>
</context>
<context>
    <name>hugger::CardPage</name>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>This snapshot has no card: no README.md is held.</source>
        <translation>此快照没有卡片：未归档 README.md。</translation>
    </message>
    <message>
        <source>The card goes on; the rest is in README.md.</source>
        <translation>卡片未完，其余内容见 README.md。</translation>
    </message>
</context>
<context>
    <name>hugger::ChangesModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Column: added, changed or removed</extracomment>
        <translation>变化</translation>
    </message>
    <message>
        <source>Size held</source>
        <extracomment>Column: the size of the file that is held</extracomment>
        <translation>已有大小</translation>
    </message>
    <message>
        <source>Size now</source>
        <extracomment>Column: the size of the file upstream</extracomment>
        <translation>现在大小</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>hugger::ClientsModel</name>
    <message>
        <source>never</source>
        <extracomment>A browser that is connected but has not asked anything yet.</extracomment>
        <translation>从未</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>一个程序</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the name of a browser, and the address of its extension.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>Since when a browser is connected.</extracomment>
        <translation>连接于</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
</context>
<context>
    <name>hugger::CommitsModel</name>
    <message>
        <source>What the commit says</source>
        <extracomment>Column: the title of a commit</extracomment>
        <translation>提交说明</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>hugger::ConnectionsPage</name>
    <message>
        <source>&amp;Let browsers and programs of this computer connect</source>
        <translation>允许本机的浏览器和程序连接(&amp;L)</translation>
    </message>
    <message>
        <source>Listen on another &amp;address, too:</source>
        <translation>同时在另一地址上监听(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Connected browsers and programs</source>
        <translation>已连接的浏览器和程序</translation>
    </message>
    <message>
        <source>Nothing is connected yet. Get the hugger extension for Chrome, Edge or Firefox, open it in the browser and press Connect: hugger asks you then, with a code that both show. From then on pages of the Hub show what you hold, and archive with one click.</source>
        <translation>尚无任何连接。请安装适用于 Chrome、Edge 或 Firefox 的 hugger 扩展，在浏览器中打开它并点击“连接”：hugger 随后会询问您，并显示双方一致的配对码。此后 Hub 的页面会显示您已归档的内容，并可一键归档。</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>断开(&amp;D)…</translation>
    </message>
    <message>
        <source>D&amp;isconnect</source>
        <translation>断开(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Enter the same port in the extension&apos;s options.</source>
        <translation>请在扩展的选项中填写相同的端口。</translation>
    </message>
    <message>
        <source>Address to listen on, too</source>
        <translation>另外监听的地址</translation>
    </message>
    <message>
        <source>Where hugger listens</source>
        <translation>hugger 监听的位置</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>端口(&amp;P)：</translation>
    </message>
    <message>
        <source>Programs of other computers can then use hugger, too, with a token that they were given on this one: only browsers and programs of this computer can ask to connect. What is sent is not encrypted: anybody on the way can read it, the token as well. Choose this only in a network you trust.</source>
        <translation>其他计算机上的程序届时也能使用 hugger，但须持有在本机上获得的令牌：只有本机的浏览器和程序可以请求连接。传输内容未加密：途中的任何人都能读取，包括令牌。请仅在您信任的网络中选择此项。</translation>
    </message>
    <message>
        <source>Nobody can connect.</source>
        <translation>无法建立任何连接。</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program; using %2.</source>
        <extracomment>%1 and %2 are numbers of ports.</extracomment>
        <translation>端口 %1 已被其他程序占用；正在使用 %2。</translation>
    </message>
    <message>
        <source>Listening on %1, port %2.</source>
        <extracomment>%1 is an address such as 127.0.0.1.</extracomment>
        <translation>正在 %1 的端口 %2 上监听。</translation>
    </message>
    <message>
        <source>Not listening yet.</source>
        <translation>尚未监听。</translation>
    </message>
    <message numerus="yes">
        <source>%n was refused and must wait before it may ask again.</source>
        <extracomment>Browsers and programs that asked to connect and were denied.</extracomment>
        <translation>
            <numerusform>%n 个请求被拒绝，须等待后才能再次请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it ask a&amp;gain</source>
        <translation>允许再次请求(&amp;G)</translation>
    </message>
    <message>
        <source>Let them ask a&amp;gain</source>
        <translation>允许再次请求(&amp;G)</translation>
    </message>
    <message>
        <source>Disconnect %1? To connect again it has to ask you.</source>
        <translation>断开 %1？再次连接时它须重新征得您的同意。</translation>
    </message>
</context>
<context>
    <name>hugger::DesktopAutostart</name>
    <message>
        <source>Starting on login could not be changed: the autostart folder cannot be written to.</source>
        <translation>无法更改登录时启动：自动启动文件夹不可写。</translation>
    </message>
    <message>
        <source>From inside Flatpak hugger cannot change what starts on login. Add it in the settings of your desktop.</source>
        <translation>hugger 在 Flatpak 中无法更改登录时启动的程序。请在桌面的设置中添加。</translation>
    </message>
</context>
<context>
    <name>hugger::DetailsPage</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>hugger::DetailsView</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a snapshot to see what it holds.</source>
        <translation>选择一个快照以查看其内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots, %1</source>
        <extracomment>several snapshots are chosen; %1 is their size</extracomment>
        <translation>
            <numerusform>%Ln 个快照，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>This snapshot cannot be shown</source>
        <translation>无法显示此快照</translation>
    </message>
    <message>
        <source>The store “%1” is not plugged in. What it holds stays listed; files and card can be seen when it is back.</source>
        <translation>存储位置“%1”未接入。其中的内容仍会列出；重新接入后即可查看文件和卡片。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>hugger::EventListModel</name>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A repo, and what happened to it</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hugger::EventPane</name>
    <message>
        <source>%1 · commit %2</source>
        <translation>%1 · 提交 %2</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Show repo</source>
        <translation>显示仓库</translation>
    </message>
    <message>
        <source>Preview update…</source>
        <translation>预览更新…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>About this event</source>
        <translation>关于此事件</translation>
    </message>
</context>
<context>
    <name>hugger::EventsModel</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>New commit upstream</source>
        <translation>上游有新提交</translation>
    </message>
    <message>
        <source>Branch or tag moved upstream</source>
        <translation>上游的分支或标签已移动</translation>
    </message>
    <message>
        <source>History rewritten upstream</source>
        <translation>上游的历史已重写</translation>
    </message>
    <message>
        <source>Renamed upstream</source>
        <translation>上游已改名</translation>
    </message>
    <message>
        <source>Gated upstream</source>
        <translation>上游已设为受限访问</translation>
    </message>
    <message>
        <source>No longer gated upstream</source>
        <translation>上游已取消受限访问</translation>
    </message>
    <message>
        <source>Disabled by the Hub</source>
        <translation>已被 Hub 停用</translation>
    </message>
    <message>
        <source>Gone upstream</source>
        <translation>上游已消失</translation>
    </message>
    <message>
        <source>License changed upstream</source>
        <translation>上游的许可证已变更</translation>
    </message>
    <message>
        <source>Back upstream</source>
        <translation>上游已重新出现</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what happened and its details</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Card changed upstream</source>
        <translation>上游的卡片已更改</translation>
    </message>
</context>
<context>
    <name>hugger::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无任何事件。</translation>
    </message>
</context>
<context>
    <name>hugger::EventsView</name>
    <message>
        <source>All events</source>
        <translation>全部事件</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>Filter of events: new commits, moved branches and tags, new names, cards</extracomment>
        <translation>变更</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Gates</source>
        <extracomment>Filter of events: repos that ask for terms to be accepted, or no longer do</extracomment>
        <translation>受限访问</translation>
    </message>
    <message>
        <source>Gone or back</source>
        <extracomment>Filter of events: repos that went away or came back</extracomment>
        <translation>消失或重现</translation>
    </message>
    <message>
        <source>hugger&apos;s own</source>
        <extracomment>Filter of events: archived, verified, damaged, removed, restored</extracomment>
        <translation>hugger 自身</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>显示哪些事件</translation>
    </message>
    <message>
        <source>Check everything now</source>
        <translation>立即检查全部</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>所选事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>尚无事件</translation>
    </message>
    <message>
        <source>hugger asks the Hub from time to time what became of what you hold. Changes, gates, new licenses and repos that go away are told here, with what proves it.</source>
        <translation>hugger 会定期向 Hub 询问您所持内容的现状。变更、受限访问、新许可证以及消失的仓库都会连同证据列在这里。</translation>
    </message>
    <message>
        <source>No events of this kind</source>
        <translation>没有此类事件</translation>
    </message>
    <message>
        <source>Other kinds are among all events.</source>
        <translation>其他类型请见“全部事件”。</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose an event to see what proves it.</source>
        <translation>选择一个事件以查看其证据。</translation>
    </message>
</context>
<context>
    <name>hugger::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Leave out what the other side holds</source>
        <translation>省略对方已有的内容(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>One file, .tar.zst</source>
        <translation>单个文件，.tar.zst</translation>
    </message>
    <message>
        <source>One file, .tar</source>
        <translation>单个文件，.tar</translation>
    </message>
    <message>
        <source>One file, .tar.gz</source>
        <translation>单个文件，.tar.gz</translation>
    </message>
    <message>
        <source>One file, .zip</source>
        <translation>单个文件，.zip</translation>
    </message>
    <message>
        <source>A folder of plain files</source>
        <translation>普通文件的文件夹</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Of a large file: it stays in one piece</extracomment>
        <translation>否</translation>
    </message>
    <message>
        <source>Pieces of 4 GB, for FAT32 sticks</source>
        <extracomment>FAT32 is a file system of USB sticks</extracomment>
        <translation>每份 4 GB，用于 FAT32 U 盘</translation>
    </message>
    <message>
        <source>Pieces of 25 GB, for Blu-ray discs</source>
        <translation>每份 25 GB，用于蓝光光盘</translation>
    </message>
    <message>
        <source>Pieces of another size</source>
        <translation>其他大小</translation>
    </message>
    <message>
        <source>Size of a piece</source>
        <translation>每份的大小</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <extracomment>Gigabytes.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>They end in .001, .002 and so on. Bring them into one folder before they are imported.</source>
        <translation>文件名以 .001、.002 等结尾。导入前请将它们放入同一文件夹。</translation>
    </message>
    <message>
        <source>List of what the other side holds</source>
        <translation>对方已有内容的列表</translation>
    </message>
    <message>
        <source>The list that the other side made</source>
        <translation>对方生成的列表</translation>
    </message>
    <message>
        <source>Its hugger makes that list: “Save a list of what is held…” in the File menu, or %1. Only where all of it is still held can the export be imported.</source>
        <translation>列表由对方的 hugger 生成：“文件”菜单中的“保存已有内容列表…”，或 %1。只有在这些内容仍然存在之处才能导入此导出。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A repo and its commit</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>保存到(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Split:</source>
        <translation>拆分(&amp;S)：</translation>
    </message>
    <message>
        <source>Choose where to: a path from the top, as the Browse button gives it.</source>
        <translation>请选择目标位置：完整路径，可通过“浏览”按钮选取。</translation>
    </message>
    <message>
        <source>Choose the list of what the other side holds.</source>
        <translation>请选择对方已有内容的列表。</translation>
    </message>
    <message>
        <source>For most: as small as it gets without waiting. Opens with tar.</source>
        <translation>适合多数情况：无需久等即可尽量小。可用 tar 打开。</translation>
    </message>
    <message>
        <source>The fastest. Weights hardly get smaller anyway. Opens with tar.</source>
        <translation>最快。权重本来就几乎无法压缩。可用 tar 打开。</translation>
    </message>
    <message>
        <source>Where the other side knows no zstd. Slow.</source>
        <translation>用于对方不支持 zstd 的情况。较慢。</translation>
    </message>
    <message>
        <source>Opens everywhere by a double click. Not smaller.</source>
        <translation>在任何系统上双击即可打开。不会变小。</translation>
    </message>
    <message>
        <source>Can be read as it is, without unpacking. For a drive that stays plugged in.</source>
        <translation>无需解压即可读取。适合保持接入的驱动器。</translation>
    </message>
    <message>
        <source>Looking at what is to be written…</source>
        <translation>正在查看要写入的内容…</translation>
    </message>
    <message>
        <source>To write: %1, %2.</source>
        <extracomment>%1 is &quot;12 files&quot;, %2 a size</extracomment>
        <translation>要写入：%1，%2。</translation>
    </message>
    <message>
        <source>%1 are the same contents under other names, and written once.</source>
        <translation>其中 %1 是名称不同的相同内容，只写入一次。</translation>
    </message>
    <message>
        <source>%1 are left out: the other side holds them.</source>
        <translation>省略 %1：对方已有。</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <translation>之后可用 %1。</translation>
    </message>
    <message>
        <source>How much space there is cannot be told.</source>
        <translation>无法得知可用空间。</translation>
    </message>
    <message>
        <source>This does not fit: it takes %1, and %2 are free there. Choose another place, or leave out what the other side holds.</source>
        <extracomment>%1 and %2 sizes</extracomment>
        <translation>空间不足：需要 %1，该处可用 %2。请选择其他位置，或省略对方已有的内容。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>导出到的文件夹</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>This fits only if it gets small: it is %1 now, and %2 are free there.</source>
        <extracomment>%1 and %2 sizes</extracomment>
        <translation>只有压缩后足够小才放得下：现在为 %1，该处可用 %2。</translation>
    </message>
</context>
<context>
    <name>hugger::FactsPane</name>
    <message>
        <source>Open &amp;page</source>
        <translation>打开页面(&amp;P)</translation>
    </message>
    <message>
        <source>Open the page of this repository in the browser</source>
        <translation>在浏览器中打开此仓库的页面</translation>
    </message>
    <message>
        <source>A branch, a tag, a pull request, or a commit</source>
        <translation>分支、标签、拉取请求或提交</translation>
    </message>
    <message>
        <source>&amp;Revision:</source>
        <translation>修订版本(&amp;R)：</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A revision and its short commit: &quot;main (8f3c21e)&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>A revision, its short commit and the date of that: &quot;main (8f3c21e, 3 Nov)&quot;</extracomment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>%1, held</source>
        <extracomment>A revision in a list of them; its commit is in the archive</extracomment>
        <translation>%1，已归档</translation>
    </message>
    <message>
        <source>No license named</source>
        <extracomment>%1 is a license, &quot;apache-2.0&quot;</extracomment>
        <translation>未注明许可证</translation>
    </message>
    <message>
        <source>License %1</source>
        <translation>许可证 %1</translation>
    </message>
    <message>
        <source>Not gated</source>
        <translation>访问不受限</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>受限访问</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>You hold this commit</source>
        <translation>您已归档此提交</translation>
    </message>
    <message>
        <source>You hold part of this commit</source>
        <translation>您已归档此提交的一部分</translation>
    </message>
    <message numerus="yes">
        <source>You hold %n other snapshots</source>
        <translation>
            <numerusform>您已归档另外 %n 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>No pickle files</source>
        <translation>没有 pickle 文件</translation>
    </message>
    <message numerus="yes">
        <source>%n pickle files</source>
        <translation>
            <numerusform>%n 个 pickle 文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::FileTreeModel</name>
    <message>
        <source>held already</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>in another store</source>
        <translation>在其他存储位置</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>hugger::FilesModel</name>
    <message>
        <source>not held</source>
        <translation>未归档</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not held</source>
        <translation>
            <numerusform>%Ln 个未归档</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
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
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The list of files is kept with them, on the store “%1”. Plug it in to see it.</source>
        <translation>文件列表与文件一起保存在存储位置“%1”上。接入后即可查看。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;SHA-256</source>
        <translation>复制 SHA-256(&amp;S)</translation>
    </message>
    <message>
        <source>Copy path on &amp;disk</source>
        <translation>复制磁盘路径(&amp;D)</translation>
    </message>
</context>
<context>
    <name>hugger::FilesPane</name>
    <message>
        <source>Weights in one &amp;format</source>
        <translation>单一格式的权重(&amp;F)</translation>
    </message>
    <message>
        <source>By &amp;quantisation</source>
        <translation>按量化版本(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Choose files</source>
        <translation>选择文件(&amp;C)</translation>
    </message>
    <message>
        <source>Tick sho&amp;wn</source>
        <translation>勾选所显示的(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Untick shown</source>
        <translation>取消勾选所显示的(&amp;U)</translation>
    </message>
    <message>
        <source>Format of weights</source>
        <translation>权重格式</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Quantisations</source>
        <translation>量化版本</translation>
    </message>
    <message>
        <source>Filter, *.gguf</source>
        <translation>筛选，如 *.gguf</translation>
    </message>
    <message>
        <source>Filter of files</source>
        <translation>文件筛选</translation>
    </message>
    <message>
        <source>&amp;Everything, %1, %2</source>
        <extracomment>%1 is &quot;24 files&quot;, %2 is a size</extracomment>
        <translation>全部(&amp;E)，%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A format of weights and how big they are: &quot;safetensors, 14.5 GB&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Files that hold no weights come along: the card, the configuration.</source>
        <translation>不含权重的文件会一并归档，如卡片和配置。</translation>
    </message>
    <message>
        <source>Shows only the files whose name or path is like this</source>
        <translation>仅显示名称或路径匹配的文件</translation>
    </message>
</context>
<context>
    <name>hugger::GuiSession</name>
    <message>
        <source>hugger goes on in the tray</source>
        <translation>hugger 在托盘中继续运行</translation>
    </message>
    <message>
        <source>Open it again or quit it by its icon there. What closing the window does can be chosen in the settings.</source>
        <translation>可通过托盘图标重新打开或退出。关闭窗口时的行为可在设置中选择。</translation>
    </message>
    <message numerus="yes">
        <source>%n running, %1</source>
        <extracomment>Tooltip of the tray; %1 is a speed such as &quot;88.1 MB/s&quot;.</extracomment>
        <translation>
            <numerusform>%n 个进行中，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 个需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive could not be opened</source>
        <translation>无法打开归档</translation>
    </message>
    <message>
        <source>%1 wants to connect to hugger</source>
        <extracomment>%1 is a browser, as it calls itself.</extracomment>
        <translation>%1 想要连接到 hugger</translation>
    </message>
    <message>
        <source>Compare the codes and allow it, or deny it.</source>
        <translation>请核对配对码后允许，或拒绝。</translation>
    </message>
</context>
<context>
    <name>hugger::HitsModel</name>
    <message>
        <source>changed %1</source>
        <extracomment>%1 is a date or &quot;3 days ago&quot;</extracomment>
        <translation>%1更改</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud: a repo and the facts about it</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, gated</source>
        <translation>%1，受限访问</translation>
    </message>
    <message>
        <source>gated</source>
        <translation>受限访问</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Its files come after accepting its terms on the Hub, with a token.</source>
        <translation>须在 Hub 上接受其条款并使用令牌，才能下载其文件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads</source>
        <translation>
            <numerusform>%Ln 次下载</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likes</source>
        <translation>
            <numerusform>%Ln 个赞</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::HubPage</name>
    <message>
        <source>&amp;Another address:</source>
        <translation>其他地址(&amp;A)：</translation>
    </message>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;This one:</source>
        <translation>指定(&amp;T)：</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Address of the Hub</source>
        <translation>Hub 地址</translation>
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
        <translation>环境变量 HF_ENDPOINT 已设定地址，优先于此设置。</translation>
    </message>
    <message>
        <source>An address looks like https://hub.example.org: http or https, a host, no user name. Until then it stays %1.</source>
        <translation>地址形如 https://hub.example.org：http 或 https 加主机名，不含用户名。在此之前仍使用 %1。</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>http://proxy.example.org:3128</source>
        <translation>http://proxy.example.org:3128</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>A proxy looks like http://host:port or socks5://host:port.</source>
        <translation>代理形如 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>only when I ask</source>
        <translation>仅在我要求时</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>&amp;Check what you hold every:</source>
        <translation>检查所持内容的间隔(&amp;C)：</translation>
    </message>
    <message>
        <source>The Hub is asked what became of it. Nothing you hold changes by that. A repo can have its own interval: see its overview.</source>
        <translation>向 Hub 询问其现状，您持有的内容不会因此改变。每个仓库可以有自己的间隔：见其概览。</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::ImportDialog</name>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>要导入的内容</translation>
    </message>
    <message>
        <source>A file or a folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>来源(&amp;R)：</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>It does not say what it is: it is kept under this name, as nobody&apos;s on the Hub.</source>
        <translation>它没有说明自己是什么：将以此名称保存，与 Hub 上的内容无关。</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Store:</source>
        <translation>存储位置(&amp;S)：</translation>
    </message>
    <message>
        <source>Snapshots in it</source>
        <translation>其中的快照</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose what to import</source>
        <translation>选择要导入的内容</translation>
    </message>
    <message>
        <source>A file or folder that hugger exported, a bag of another BagIt tool, or a folder of files. Of one that is split, the piece that ends in .001.</source>
        <translation>hugger 导出的文件或文件夹、其他 BagIt 工具的包，或普通文件夹。若已拆分，请选择以 .001 结尾的一份。</translation>
    </message>
    <message>
        <source>Looking into it</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Nothing is let in before you say so.</source>
        <translation>在您确认之前不会存入任何内容。</translation>
    </message>
    <message>
        <source>Choose a file or a folder by its path from the top, as the buttons give it.</source>
        <translation>请用完整路径选择文件或文件夹，可通过按钮选取。</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>%1 were left out of it, because this side said it holds them. It can be imported only while that is so.</source>
        <extracomment>%1 a size</extracomment>
        <translation>其中省略了 %1，因为此处声明已有这些内容。仅在它们仍然存在时才能导入。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A repo that is no model: its id and its kind</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, partial</source>
        <extracomment>How many files; not all the commit has</extracomment>
        <translation>%1，部分</translation>
    </message>
    <message>
        <source>Exported by %1</source>
        <extracomment>What made it, and when: &quot;Exported by hugger 0.5, 3 Nov 2026&quot;</extracomment>
        <translation>由 %1 导出</translation>
    </message>
    <message>
        <source>Exported by %1, %2</source>
        <translation>由 %1 导出，%2</translation>
    </message>
    <message>
        <source>A bag of another BagIt tool</source>
        <translation>其他 BagIt 工具的包</translation>
    </message>
    <message>
        <source>A folder of files</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>An archive of files</source>
        <translation>文件归档</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be imported</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>What you hold stays as it is.</source>
        <translation>已有副本保持不变。</translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, “-”, “_” and “.”, as in org/name.</source>
        <translation>请用字母、数字、“-”、“_”和“.”为其命名，例如 org/name。</translation>
    </message>
    <message>
        <source>Nothing of this is proved yet. The import computes every hash first, and lets in what is right or nothing at all.</source>
        <translation>这些内容均未经校验。导入会先计算每个哈希，全部正确才会存入，否则一概不存。</translation>
    </message>
    <message>
        <source>After that %1 free.</source>
        <translation>之后可用 %1。</translation>
    </message>
    <message>
        <source>It does not fit: %1 more are needed.</source>
        <translation>空间不足：还需 %1。</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>要导入的文件夹</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
</context>
<context>
    <name>hugger::Instance</name>
    <message>
        <source>hugger is running already but does not answer. Wait a moment and start it again; if that does not help, end it first.</source>
        <translation>hugger 已在运行但没有响应。请稍等片刻再启动；如果仍不行，请先结束它。</translation>
    </message>
</context>
<context>
    <name>hugger::JobNews</name>
    <message>
        <source>%1 needs you</source>
        <extracomment>Title of a notification; %1 is a repository.</extracomment>
        <translation>%1 需要您处理</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots verified</source>
        <extracomment>Titles of a notification about several jobs that ended well.</extracomment>
        <translation>
            <numerusform>已校验 %n 个快照</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs done</source>
        <translation>
            <numerusform>已完成 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified: %1</source>
        <translation>已校验：%1</translation>
    </message>
    <message>
        <source>Archived: %1</source>
        <translation>已归档：%1</translation>
    </message>
    <message>
        <source>Every file is what its hash says.</source>
        <translation>每个文件都与其哈希值一致。</translation>
    </message>
    <message>
        <source>%1, %2, every file proved by its hash.</source>
        <extracomment>%1 is an amount such as &quot;12 files&quot;, %2 one such as &quot;4.4 GB&quot;.</extracomment>
        <translation>%1，%2，每个文件均已通过哈希校验。</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n 个任务失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Damage found: %1</source>
        <translation>发现损坏：%1</translation>
    </message>
    <message>
        <source>Not archived: %1</source>
        <translation>未归档：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>输入令牌</translation>
    </message>
    <message>
        <source>Not verified: %1</source>
        <translation>未校验：%1</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>The button of a notification that brings the window up.</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>%1 written, every file proved by its hash.</source>
        <extracomment>%1 is a size such as &quot;4.4 GB&quot;.</extracomment>
        <translation>已写入 %1，每个文件都经哈希验证。</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>未导出：%1</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>未导入：%1</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryModel</name>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Held</source>
        <extracomment>Column: whether the copy is whole and proved</extracomment>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Upstream</source>
        <extracomment>Column: how the Hub&apos;s side differs from the copy</extracomment>
        <translation>上游</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>抓取时间</translation>
    </message>
    <message>
        <source>Proved</source>
        <extracomment>Column: when the hashes of the files were computed last</extracomment>
        <translation>上次校验</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>paused at %1</source>
        <translation>已暂停（%1）</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>已下载 %1</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>未校验</translation>
    </message>
    <message>
        <source>may be the last copy</source>
        <translation>可能是最后的副本</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryPane</name>
    <message>
        <source>Opening the archive</source>
        <translation>正在打开归档</translation>
    </message>
    <message>
        <source>Nothing is archived yet</source>
        <translation>尚未归档任何内容</translation>
    </message>
    <message>
        <source>Paste a link to a model, a dataset or a space, or drop one anywhere on this window. hugger keeps every file of it and proves each by its hash.</source>
        <translation>粘贴模型、数据集或 Space 的链接，或将链接拖放到此窗口的任意位置。hugger 会保存其中的每个文件，并逐一用哈希校验。</translation>
    </message>
    <message>
        <source>Nothing is being fetched</source>
        <translation>没有正在下载的内容</translation>
    </message>
    <message>
        <source>What you add shows here until it is held.</source>
        <translation>您添加的内容在归档完成之前显示在这里。</translation>
    </message>
    <message>
        <source>Nothing newer is known</source>
        <translation>没有发现更新的版本</translation>
    </message>
    <message>
        <source>Repos that have a newer commit on the Hub show here. Your copies stay as they are.</source>
        <translation>在 Hub 上有更新提交的仓库显示在这里。您的副本保持不变。</translation>
    </message>
    <message>
        <source>Nothing is known to be gone</source>
        <translation>没有发现已消失的仓库</translation>
    </message>
    <message>
        <source>Repos that the Hub no longer has show here. Your copies stay.</source>
        <translation>Hub 上已不存在的仓库显示在这里。您的副本会保留。</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>没有需要处理的内容</translation>
    </message>
    <message>
        <source>Damaged files, and changes of gate or license on the Hub, show here.</source>
        <translation>损坏的文件，以及 Hub 上访问限制或许可证的变更，显示在这里。</translation>
    </message>
    <message>
        <source>No models are held</source>
        <translation>没有已归档的模型</translation>
    </message>
    <message>
        <source>No datasets are held</source>
        <translation>没有已归档的数据集</translation>
    </message>
    <message>
        <source>No spaces are held</source>
        <translation>没有已归档的 Space</translation>
    </message>
    <message>
        <source>This store holds nothing yet</source>
        <translation>此存储位置中尚无内容</translation>
    </message>
    <message>
        <source>Choose it when you add something.</source>
        <translation>添加内容时选择它即可。</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>The archive could not be opened</source>
        <translation>无法打开归档</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>没有与“%1”匹配的内容</translation>
    </message>
    <message>
        <source>Ids, tags, licenses, cards and your notes were searched.</source>
        <translation>已搜索 ID、标签、许可证、卡片和您的备注。</translation>
    </message>
    <message>
        <source>Only what the filter on the side shows was searched.</source>
        <translation>仅搜索了侧边筛选器所显示的内容。</translation>
    </message>
</context>
<context>
    <name>hugger::LibraryTable</name>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>hugger::LicensePage</name>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>访问限制</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>No license file is held.</source>
        <translation>没有已归档的许可证文件。</translation>
    </message>
    <message>
        <source>Repo</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Hub&apos;s id</source>
        <translation>Hub 的 ID</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求的修订版本</translation>
    </message>
    <message>
        <source>Refs</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Changed upstream</source>
        <translation>上游更改时间</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>抓取时间</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>记录更改时间</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>写入程序</translation>
    </message>
    <message>
        <source>hugger %1</source>
        <translation>hugger %1</translation>
    </message>
    <message>
        <source>Open the license file</source>
        <translation>打开许可证文件</translation>
    </message>
    <message>
        <source>Open the license&apos;s page</source>
        <translation>打开许可证页面</translation>
    </message>
    <message>
        <source>Open the record&apos;s folder</source>
        <translation>打开记录所在文件夹</translation>
    </message>
</context>
<context>
    <name>hugger::LicenseView</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What changed in the text</source>
        <translation>文本中的变更</translation>
    </message>
    <message>
        <source>No file with the license&apos;s text changed.</source>
        <translation>含许可证文本的文件没有变更。</translation>
    </message>
    <message>
        <source>What you hold</source>
        <translation>您持有的</translation>
    </message>
    <message>
        <source>Upstream now</source>
        <translation>上游现状</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1，新增</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1，已移除</translation>
    </message>
</context>
<context>
    <name>hugger::LimitButton</name>
    <message>
        <source>Limit: %1</source>
        <translation>限速：%1</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>How fast all transfers together may be</source>
        <translation>所有传输的总速度上限</translation>
    </message>
    <message>
        <source>Bandwidth: %1</source>
        <extracomment>Of a button, for screen readers; %1 is &quot;No limit&quot; or &quot;Limit: 5 MB/s&quot;.</extracomment>
        <translation>带宽：%1</translation>
    </message>
    <message>
        <source>Another...</source>
        <translation>其他...</translation>
    </message>
    <message>
        <source>Limit the bandwidth</source>
        <translation>限制带宽</translation>
    </message>
    <message>
        <source>Megabytes per second, over all transfers (0: no limit)</source>
        <translation>每秒兆字节数，适用于所有传输的总和（0：不限速）</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>设置限速</translation>
    </message>
</context>
<context>
    <name>hugger::LoadDialog</name>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>The file system of this store has no links, so there is no folder here that other programs can read. The contents are in the store&apos;s “objects” folder.</source>
        <translation>此存储位置的文件系统不支持链接，因此这里没有其他程序可读取的文件夹。内容位于存储位置的“objects”文件夹中。</translation>
    </message>
    <message>
        <source>The store “%1” is not plugged in. Plug it in to load from it.</source>
        <translation>存储位置“%1”未接入。接入后即可从中加载。</translation>
    </message>
    <message>
        <source>Copy these lines. The files are used where they are, without the network.</source>
        <translation>复制以下几行。文件就地使用，无需网络。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hugger::MainWindow</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Search ids, tags, licenses, cards</source>
        <translation>搜索 ID、标签、许可证、卡片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>hugger went on in the tray while its window was closed. What closing does can be chosen in the settings; %1 quits.</source>
        <translation>窗口关闭期间 hugger 在托盘中继续运行。关闭时的行为可在设置中选择；按 %1 退出。</translation>
    </message>
    <message>
        <source>There is no link or id in the clipboard. Copy one from a page of the Hub, then paste it here.</source>
        <translation>剪贴板中没有链接或 ID。请从 Hub 的页面复制一个，然后粘贴到这里。</translation>
    </message>
    <message>
        <source>Drop to archive %1</source>
        <translation>拖放以归档 %1</translation>
    </message>
    <message numerus="yes">
        <source>Drop to archive %n repos</source>
        <translation>
            <numerusform>拖放以归档 %n 个仓库</numerusform>
        </translation>
    </message>
    <message>
        <source>The store %1 is unplugged. Plug it in to open the folder.</source>
        <translation>存储位置 %1 未接入。接入后即可打开文件夹。</translation>
    </message>
    <message>
        <source>Nothing is held yet that could be checked.</source>
        <translation>尚无可供检查的内容。</translation>
    </message>
    <message>
        <source>Changed upstream: %1 of %2. What happened is listed under Events.</source>
        <extracomment>Two numbers of repositories</extracomment>
        <translation>上游有变更：%1 / %2。详情列在“事件”中。</translation>
    </message>
    <message numerus="yes">
        <source>%n repos checked: nothing changed upstream.</source>
        <translation>
            <numerusform>已检查 %n 个仓库：上游没有变更。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos could not be checked, and are tried again by themselves.</source>
        <translation>
            <numerusform>%n 个仓库未能检查，稍后会自动重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updates are queued. What you hold stays; what is new comes beside it.</source>
        <translation>
            <numerusform>%n 个更新已加入队列。已有副本保留；新内容与其并存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of %1 is held any more.</source>
        <translation>已不再持有 %1 的任何内容。</translation>
    </message>
    <message>
        <source>Save a list of what is held</source>
        <translation>保存已有内容列表</translation>
    </message>
    <message>
        <source>The list of %1 contents is in %2. Carry it to where you export from.</source>
        <extracomment>%1 a number, %2 a file</extracomment>
        <translation>包含 %1 项内容的列表已保存到 %2。请将其带到导出的一方。</translation>
    </message>
    <message>
        <source>Drop to import %1</source>
        <extracomment>A file or folder that was exported</extracomment>
        <translation>松开以导入 %1</translation>
    </message>
</context>
<context>
    <name>hugger::MessageBar</name>
    <message>
        <source>Copy the details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>hugger::NotesDialog</name>
    <message>
        <source>Notes on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas between them</source>
        <translation>标签，以逗号分隔(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>hugger::NotificationsPage</name>
    <message>
        <source>When a repo is &amp;held</source>
        <translation>仓库归档完成时(&amp;H)</translation>
    </message>
    <message>
        <source>When something &amp;needs you</source>
        <translation>需要您处理时(&amp;N)</translation>
    </message>
    <message>
        <source>Keep the computer a&amp;wake while fetching</source>
        <translation>下载时保持计算机唤醒(&amp;W)</translation>
    </message>
    <message>
        <source>Start hugger when you &amp;log in</source>
        <translation>登录时启动 hugger(&amp;L)</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>When the window is close&amp;d:</source>
        <translation>关闭窗口时(&amp;D)：</translation>
    </message>
    <message>
        <source>Where there is no tray, closing the window quits.</source>
        <translation>没有托盘时，关闭窗口即退出。</translation>
    </message>
    <message>
        <source>When something changes &amp;upstream</source>
        <translation>上游有变更时(&amp;U)</translation>
    </message>
</context>
<context>
    <name>hugger::Notifier</name>
    <message>
        <source>Show</source>
        <extracomment>The action of clicking a notification.</extracomment>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>hugger::OverviewPage</name>
    <message>
        <source>%1 with other snapshots</source>
        <translation>与其他快照共享 %1</translation>
    </message>
    <message>
        <source>Nothing with other snapshots</source>
        <translation>未与其他快照共享内容</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>访问限制</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>%1, not plugged in</source>
        <translation>%1，未接入</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>抓取时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>您的备注</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>您的标签</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Fetch the rest…</source>
        <translation>下载其余文件…</translation>
    </message>
    <message>
        <source>Edit notes…</source>
        <translation>编辑备注…</translation>
    </message>
    <message>
        <source>Watching…</source>
        <translation>监视…</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>hugger::PairingDialog</name>
    <message>
        <source>Connect to hugger</source>
        <translation>连接到 hugger</translation>
    </message>
    <message>
        <source>%1 wants to connect to hugger. Does it show this code?</source>
        <extracomment>%1 is what a browser calls itself: &quot;Firefox on Linux&quot;. Under the question stands a code of six digits.</extracomment>
        <translation>%1 想要连接到 hugger。它显示的是这个配对码吗？</translation>
    </message>
    <message>
        <source>Code %1</source>
        <extracomment>For screen readers; %1 is the code, digit by digit.</extracomment>
        <translation>配对码 %1</translation>
    </message>
    <message>
        <source>It could then see what you hold, archive with your access to the Hub, pause and cancel transfers, and move snapshots to the trash.</source>
        <translation>此后它可以查看您已归档的内容、以您的 Hub 权限归档、暂停和取消传输，以及将快照移到回收站。</translation>
    </message>
    <message>
        <source>A program of this computer, not a browser.</source>
        <translation>本机的一个程序，不是浏览器。</translation>
    </message>
    <message>
        <source>It says it is %1.</source>
        <translation>它自称是 %1。</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>拒绝(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Allow</source>
        <translation>允许(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>The question goes away in %n seconds.</source>
        <translation>
            <numerusform>此询问将在 %n 秒后消失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The question goes away.</source>
        <translation>此询问即将消失。</translation>
    </message>
    <message>
        <source>%1 was not connected: nobody answered within a minute.</source>
        <translation>未连接 %1：一分钟内无人回应。</translation>
    </message>
    <message>
        <source>To try again, press Connect there once more.</source>
        <translation>若要重试，请在那里再次点击“连接”。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hugger::QuantisationsModel</name>
    <message>
        <source>The part that reads images. Take one of them where you want that.</source>
        <translation>用于读取图像的部分。需要此功能时，请选择其中一个。</translation>
    </message>
    <message>
        <source>held already</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>%1 held already</source>
        <translation>%1 已归档</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量化版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>hugger::Removals</name>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 已移到回收站。</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are in the trash.</source>
        <translation>
            <numerusform>%n 个快照已移到回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That frees %1 in %n days.</source>
        <translation>
            <numerusform>%n 天后将释放 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are back.</source>
        <translation>
            <numerusform>%n 个快照已恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo removing %1</source>
        <translation>撤销移除 %1(&amp;U)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo removing %n snapshots</source>
        <translation>
            <numerusform>撤销移除 %n 个快照(&amp;U)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshots are in the trash. The others could not be moved there.</source>
        <extracomment>%n is how many were to be removed, %1 how many were.</extracomment>
        <translation>
            <numerusform>%n 个快照中有 %1 个已移到回收站。其余的无法移动。</numerusform>
        </translation>
    </message>
    <message>
        <source>That frees %1 when hugger starts next.</source>
        <translation>下次启动 hugger 时将释放 %1。</translation>
    </message>
    <message>
        <source>Each of these may be the last copy. To remove one, choose it alone.</source>
        <translation>其中每一个都可能是最后的副本。要移除某一个，请单独选择。</translation>
    </message>
</context>
<context>
    <name>hugger::RemoveDialog</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Finding out how much that frees.</source>
        <translation>正在计算可释放的空间。</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshots to the trash?</source>
        <translation>
            <numerusform>将 %n 个快照移到回收站？</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1 (at %2) to the trash?</source>
        <extracomment>%1 a repo, %2 a commit</extracomment>
        <translation>将 %1（%2）移到回收站？</translation>
    </message>
    <message>
        <source>Move %1 (%2 at %3) to the trash?</source>
        <extracomment>%1 a repo, %2 a branch or tag, %3 a commit</extracomment>
        <translation>将 %1（%2，%3）移到回收站？</translation>
    </message>
    <message>
        <source>Snapshots to remove</source>
        <translation>要移除的快照</translation>
    </message>
    <message>
        <source>Frees nothing: other snapshots share all of it, and it stays for them.</source>
        <translation>不会释放空间：其全部内容与其他快照共享，会为它们保留。</translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days.</source>
        <translation>
            <numerusform>%n 天后释放 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Frees %1 after %n days; %2 is shared with other snapshots and stays.</source>
        <translation>
            <numerusform>%n 天后释放 %1；%2 与其他快照共享，会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Frees %1 when hugger starts next.</source>
        <translation>下次启动 hugger 时将释放 %1。</translation>
    </message>
    <message>
        <source>Frees %1 when hugger starts next; %2 is shared with other snapshots and stays.</source>
        <translation>下次启动 hugger 时将释放 %1；%2 与其他快照共享，会保留。</translation>
    </message>
    <message>
        <source>Left out, because it may be the last copy: %1. To remove it, choose it alone.</source>
        <translation>以下内容未包括在内，因为可能是最后的副本：%1。要移除它，请单独选择。</translation>
    </message>
    <message>
        <source>%1 Type the name to remove it.</source>
        <extracomment>%1 a sentence: &quot;This may be the last copy: the Hub no longer has it.&quot;</extracomment>
        <translation>%1请输入名称以移除。</translation>
    </message>
</context>
<context>
    <name>hugger::RevisionsModel</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>files</comment>
        <translation>
            <numerusform>新增 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>files</comment>
        <translation>
            <numerusform>更改 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>files</comment>
        <translation>
            <numerusform>移除 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between &quot;3 added&quot; and &quot;1 removed&quot;</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 more</source>
        <extracomment>bytes that a snapshot has more than the one before it</extracomment>
        <translation>多 %1</translation>
    </message>
    <message>
        <source>%1 less</source>
        <extracomment>bytes that a snapshot has less than the one before it</extracomment>
        <translation>少 %1</translation>
    </message>
    <message>
        <source>%1 before, %2 from here on</source>
        <translation>此前为 %1，此后为 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>以及另外 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>added, %1</source>
        <translation>新增，%1</translation>
    </message>
    <message>
        <source>removed, %1</source>
        <translation>移除，%1</translation>
    </message>
    <message>
        <source>changed, %1</source>
        <translation>更改，%1</translation>
    </message>
    <message>
        <source>changed, %1, was %2</source>
        <translation>更改，%1，原为 %2</translation>
    </message>
    <message>
        <source>The oldest held, %1</source>
        <translation>最早的已归档快照，%1</translation>
    </message>
    <message>
        <source>What changed is not known, %1</source>
        <translation>更改内容未知，%1</translation>
    </message>
    <message>
        <source>The same files, %1</source>
        <translation>文件相同，%1</translation>
    </message>
    <message>
        <source>%1 at %2 · %3</source>
        <extracomment>names, commit and date of a snapshot: &quot;main, v1.0 at 8f3c21e · 3 Nov 2026&quot;</extracomment>
        <translation>%1（%2）· %3</translation>
    </message>
    <message>
        <source>License changed</source>
        <translation>许可证已变更</translation>
    </message>
</context>
<context>
    <name>hugger::RevisionsPage</name>
    <message>
        <source>Revisions</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>No snapshot of this repo is held.</source>
        <translation>没有此仓库的已归档快照。</translation>
    </message>
</context>
<context>
    <name>hugger::Say</name>
    <message>
        <source>The disk is full at %1. Free some space; hugger goes on by itself when there is room.</source>
        <translation>%1 处的磁盘已满。请释放一些空间；有空间后 hugger 会自动继续。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check its permissions, and that the drive is not mounted read-only.</source>
        <translation>无法写入 %1。请检查其权限，并确认驱动器未以只读方式挂载。</translation>
    </message>
    <message>
        <source>The drive did not answer while hugger was using %1. Check its cable and health before trying again.</source>
        <translation>hugger 使用 %1 时驱动器没有响应。重试前请检查其连接线和健康状况。</translation>
    </message>
    <message>
        <source>Using %1 failed (%2).</source>
        <translation>使用 %1 失败（%2）。</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept; starting again goes on from there.</source>
        <translation>已停止。已下载的内容会保留；再次开始时从此处继续。</translation>
    </message>
    <message>
        <source>%1 is too large to be what hugger expects there.</source>
        <translation>%1 过大，不可能是 hugger 在此处应有的内容。</translation>
    </message>
    <message>
        <source>The listing has a file name that is not safe to store: &quot;%1&quot; (%2). Nothing was written. Ask the owner of the repo to rename it, or leave it out (--exclude).</source>
        <translation>列表中有一个文件名无法安全存储：“%1”（%2）。未写入任何内容。请让仓库所有者重命名该文件，或将其排除（--exclude）。</translation>
    </message>
    <message>
        <source>an empty folder name</source>
        <translation>空文件夹名</translation>
    </message>
    <message>
        <source>a drive letter</source>
        <translation>盘符</translation>
    </message>
    <message>
        <source>a name Windows keeps for a device</source>
        <translation>Windows 为设备保留的名称</translation>
    </message>
    <message>
        <source>a name that ends in a dot or a space</source>
        <translation>以点或空格结尾的名称</translation>
    </message>
    <message>
        <source>a name longer than %1 bytes</source>
        <translation>超过 %1 字节的名称</translation>
    </message>
    <message>
        <source>an empty name</source>
        <translation>空名称</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>绝对路径</translation>
    </message>
    <message>
        <source>not valid Unicode</source>
        <translation>不是有效的 Unicode</translation>
    </message>
    <message>
        <source>a backslash</source>
        <translation>反斜杠</translation>
    </message>
    <message>
        <source>a control or broken character</source>
        <translation>控制字符或损坏的字符</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>more than %1 folders deep</source>
        <translation>超过 %1 层文件夹</translation>
    </message>
    <message>
        <source>listed twice</source>
        <translation>重复列出</translation>
    </message>
    <message>
        <source>both a file and a folder</source>
        <translation>既是文件又是文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2</source>
        <extracomment>%1 is the name of a field; %2 is what it should be, such as &quot;a text&quot; or &quot;a list&quot;.</extracomment>
        <translation>“%1”不是%2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a size in bytes</source>
        <translation>以字节为单位的大小</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1 is not what it should be: %2.</source>
        <translation>%1不符合要求：%2。</translation>
    </message>
    <message>
        <source>%1 is not JSON.</source>
        <translation>%1 不是 JSON。</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 不是 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is not a JSON list.</source>
        <translation>%1 不是 JSON 列表。</translation>
    </message>
    <message>
        <source>the Hub at %1</source>
        <extracomment>Stands in sentences that say what went wrong there; the first letter of each is made large.</extracomment>
        <translation>位于 %1 的 Hub</translation>
    </message>
    <message>
        <source>the download server %1</source>
        <translation>下载服务器 %1</translation>
    </message>
    <message>
        <source>The name %1 cannot be found. Check the network connection, and HF_ENDPOINT if it is set.</source>
        <translation>找不到名称 %1。请检查网络连接；如果设置了 HF_ENDPOINT，也请检查。</translation>
    </message>
    <message>
        <source>%1 does not accept connections. Check that the address is right and the server is running.</source>
        <translation>%1 不接受连接。请检查地址是否正确，以及服务器是否正在运行。</translation>
    </message>
    <message>
        <source>No secure connection to %1: its certificate was not accepted. Check the computer&apos;s clock and, behind a company proxy, its certificates.</source>
        <translation>无法与 %1 建立安全连接：其证书未被接受。请检查计算机的时钟；如果使用公司代理，也请检查其证书。</translation>
    </message>
    <message>
        <source>The proxy did not let hugger through to %1. Check the proxy settings.</source>
        <translation>代理不允许 hugger 连接 %1。请检查代理设置。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again; what was fetched is kept.</source>
        <translation>%1 未及时响应。请重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The connection to %1 failed. Try again; what was fetched is kept.</source>
        <translation>与 %1 的连接失败。请重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer is larger than any real one (%1 MiB). Try again later.</source>
        <translation>Hub 的回复超出合理大小（%1 MiB）。请稍后重试。</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer is compressed although hugger did not ask for that. A proxy in between may do it; try without it.</source>
        <translation>Hub 的回复经过压缩，但 hugger 并未要求压缩。可能是中间的代理所为；请尝试不使用代理。</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer was cut short. Try again.</source>
        <translation>Hub 的回复不完整。请重试。</translation>
    </message>
    <message>
        <source>The Hub sends hugger round in circles. Try again later.</source>
        <translation>Hub 使 hugger 陷入循环重定向。请稍后重试。</translation>
    </message>
    <message>
        <source>The Hub sent hugger to another server (%1) for something only the Hub itself may answer. Check the endpoint in use.</source>
        <translation>Hub 将 hugger 转到另一台服务器（%1），但此内容只能由 Hub 本身回复。请检查所用的端点。</translation>
    </message>
    <message>
        <source>The Hub&apos;s address (HF_ENDPOINT) must look like https://huggingface.co: http or https, a host, no user name.</source>
        <translation>Hub 的地址（HF_ENDPOINT）必须形如 https://huggingface.co：http 或 https 加主机名，不含用户名。</translation>
    </message>
    <message>
        <source>The Hub sent hugger to an address it does not follow (%1). Check the endpoint in use, or try again later.</source>
        <translation>Hub 将 hugger 转到一个不予跟随的地址（%1）。请检查所用的端点，或稍后重试。</translation>
    </message>
    <message>
        <source>no valid address</source>
        <translation>不是有效地址</translation>
    </message>
    <message>
        <source>the scheme &quot;%1&quot;</source>
        <translation>协议“%1”</translation>
    </message>
    <message>
        <source>from https down to http</source>
        <translation>从 https 降级为 http</translation>
    </message>
    <message>
        <source>a user name in the address</source>
        <translation>地址中含有用户名</translation>
    </message>
    <message>
        <source>an address of a private network</source>
        <translation>专用网络的地址</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer about %1</source>
        <translation>Hub 关于 %1 的回复</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>A repo at a revision: &quot;acme/tiny at main&quot;.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Try again later, and check the endpoint in use.</source>
        <translation>请稍后重试，并检查所用的端点。</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 goes on at an address that is not the Hub&apos;s.</source>
        <translation>Hub 对 %1 的列表在一个不属于 Hub 的地址继续。</translation>
    </message>
    <message>
        <source>A web page came back where the Hub&apos;s data was due. Networks that want a login do this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it.</source>
        <translation>本应返回 Hub 的数据，却收到了一个网页。需要登录的网络会这样：请在浏览器中打开任意页面并登录，然后重试。如果设置了 HF_ENDPOINT，也请检查。</translation>
    </message>
    <message>
        <source>The Hub was asked for commit %1 of %2 and answered about another one. Try again later, and check the endpoint in use.</source>
        <translation>向 Hub 请求 %2 的提交 %1，得到的却是另一个提交的回复。请稍后重试，并检查所用的端点。</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 has more than a million files, which hugger does not take in.</source>
        <translation>Hub 对 %1 的列表超过一百万个文件，hugger 不予接收。</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 repeats itself and has no end.</source>
        <translation>Hub 对 %1 的列表不断重复，没有尽头。</translation>
    </message>
    <message>
        <source>The Hub&apos;s listing of %1 goes on and on in tiny pages and has no end.</source>
        <translation>Hub 对 %1 的列表分成极小的页，没有尽头。</translation>
    </message>
    <message numerus="yes">
        <source>The Hub&apos;s listing of %1 has more than %n pages.</source>
        <translation>
            <numerusform>Hub 对 %1 的列表超过 %n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>the branches of %1</source>
        <translation>%1 的分支</translation>
    </message>
    <message>
        <source>the history of %1</source>
        <translation>%1 的历史</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A file in a repo: &quot;config.json in acme/tiny at main&quot;.</extracomment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>The Hub&apos;s answer about %1 is not one of a Hub. A network that wants a login may be in between, or the endpoint in use is wrong; check both and try again.</source>
        <translation>Hub 关于 %1 的回复不像是 Hub 发出的。中间可能有需要登录的网络，或所用的端点有误；请检查这两项后重试。</translation>
    </message>
    <message>
        <source>No token is set. Make one at %1/settings/tokens (read access is enough) and set it in the settings or with `hugger token set`.</source>
        <translation>未设置令牌。请在 %1/settings/tokens 创建一个（读取权限即可），并在设置中或用 `hugger token set` 进行设置。</translation>
    </message>
    <message>
        <source>the token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>The model %1</source>
        <extracomment>Begins a sentence: &quot;The model acme/tiny does not exist ...&quot;</extracomment>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>The dataset %1</source>
        <translation>数据集 %1</translation>
    </message>
    <message>
        <source>The space %1</source>
        <translation>Space %1</translation>
    </message>
    <message>
        <source>%1 does not exist at %2, or the account of the token in use may not see it. Check the spelling, and whose token it is.</source>
        <translation>%1 在 %2 不存在，或所用令牌的账户无权查看。请检查拼写，以及令牌所属的账户。</translation>
    </message>
    <message>
        <source>%1 does not exist or is private; the Hub does not say which. Check the spelling; to reach a private repo set a token in the settings or with `hugger token set`.</source>
        <translation>%1 不存在或为私有；Hub 没有说明是哪一种。请检查拼写；要访问私有仓库，请在设置中或用 `hugger token set` 设置令牌。</translation>
    </message>
    <message>
        <source>If %1 is a user or an organisation, name one of its repos, as in %1/name.</source>
        <translation>如果 %1 是用户或组织，请指明其中一个仓库，例如 %1/name。</translation>
    </message>
    <message>
        <source>The files of %1 are behind a gate. Ask for access at %2 in your browser, then set a token of the same account in the settings or with `hugger token set` and start again.</source>
        <translation>%1 的文件受限访问。请在浏览器中打开 %2 申请访问权限，然后在设置中或用 `hugger token set` 设置同一账户的令牌，再重新开始。</translation>
    </message>
    <message>
        <source>The files of %1 are behind a gate. Ask for access at %2 in your browser, then start again once it is granted. It must be the account of the token in use.</source>
        <translation>%1 的文件受限访问。请在浏览器中打开 %2 申请访问权限，获准后再重新开始。必须使用所用令牌的账户。</translation>
    </message>
    <message>
        <source>There is no such revision: %1. Look up its branches and tags at %2/tree/main.</source>
        <translation>没有此修订版本：%1。请在 %2/tree/main 查看其分支和标签。</translation>
    </message>
    <message>
        <source>There is no such file: %1. See what there is with `hugger files %2`.</source>
        <translation>没有此文件：%1。可用 `hugger files %2` 查看有哪些文件。</translation>
    </message>
    <message>
        <source>The Hub has disabled %1; nobody can fetch it at present. What is held of it stays. Look at %2 for the reason.</source>
        <translation>Hub 已停用 %1，目前无法下载。已归档的内容会保留。原因请见 %2 。</translation>
    </message>
    <message>
        <source>%1 wants a token for this, and none is set. Make one at %1/settings/tokens (read access is enough) and set it in the settings or with `hugger token set`.</source>
        <translation>%1 的此操作需要令牌，但尚未设置。请在 %1/settings/tokens 创建一个（读取权限即可），并在设置中或用 `hugger token set` 进行设置。</translation>
    </message>
    <message>
        <source>The Hub does not accept the token in use; it may have expired or been revoked. Make a new one at %1/settings/tokens and set it in the settings or with `hugger token set`.</source>
        <translation>Hub 不接受所用的令牌；它可能已过期或被撤销。请在 %1/settings/tokens 新建一个，并在设置中或用 `hugger token set` 进行设置。</translation>
    </message>
    <message>
        <source>A web page came back where the Hub&apos;s data was due (status %1). Networks that want a login do this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it.</source>
        <translation>本应返回 Hub 的数据，却收到了一个网页（状态 %1）。需要登录的网络会这样：请在浏览器中打开任意页面并登录，然后重试。如果设置了 HF_ENDPOINT，也请检查。</translation>
    </message>
    <message>
        <source>The Hub refuses %1 (status %2%3). Look at %4 in your browser, and check that the token in use may read it.</source>
        <extracomment>%3 is what the Hub says itself, after a colon, or nothing.</extracomment>
        <translation>Hub 拒绝提供 %1（状态 %2%3）。请在浏览器中查看 %4 ，并检查所用的令牌是否有权读取。</translation>
    </message>
    <message>
        <source>The Hub answers no more requests for now: its limit is used up. Wait some minutes and try again.</source>
        <translation>Hub 暂时不再回复请求：已达到其限额。请等待几分钟后重试。</translation>
    </message>
    <message>
        <source>The Hub answers no more requests for now: its limit is used up. Wait some minutes and try again; with a token the limit is higher (settings, or `hugger token set`).</source>
        <translation>Hub 暂时不再回复请求：已达到其限额。请等待几分钟后重试；使用令牌可获得更高限额（在设置中或用 `hugger token set` 设置）。</translation>
    </message>
    <message>
        <source>The Hub is failing at the moment (status %1). Try again later; what was fetched is kept.</source>
        <translation>Hub 目前出现故障（状态 %1）。请稍后重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The Hub answered about %1 with status %2%3, which hugger does not expect there. Try again later, and check the endpoint in use.</source>
        <extracomment>%3 is what the Hub says itself, in brackets, or nothing.</extracomment>
        <translation>Hub 对 %1 的回复状态为 %2%3，不在 hugger 的预期之内。请稍后重试，并检查所用的端点。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not a text</source>
        <translation>“%1”中含有非文本内容</translation>
    </message>
    <message>
        <source>&quot;gated&quot; is neither true, false nor a text</source>
        <translation>“gated”既不是 true 或 false，也不是文本</translation>
    </message>
    <message>
        <source>a file has two different sizes</source>
        <translation>一个文件有两个不同的大小</translation>
    </message>
    <message>
        <source>a ref is not an object</source>
        <translation>某个引用不是对象</translation>
    </message>
    <message>
        <source>a ref has no name</source>
        <translation>某个引用没有名称</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>it is nested more than %1 levels deep</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>&quot;id&quot; is not the id of a repo</source>
        <translation>“id”不是仓库的 ID</translation>
    </message>
    <message>
        <source>an entry is not an object</source>
        <translation>某个条目不是对象</translation>
    </message>
    <message>
        <source>an entry has no path</source>
        <translation>某个条目没有路径</translation>
    </message>
    <message>
        <source>a part of it is empty</source>
        <translation>其中一部分为空</translation>
    </message>
    <message>
        <source>only letters, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot; may be in it</source>
        <translation>只能包含字母、数字、“_”、“-”和“.”</translation>
    </message>
    <message>
        <source>a part of it is longer than %1 characters</source>
        <translation>其中一部分超过 %1 个字符</translation>
    </message>
    <message>
        <source>its parts may not begin or end with &quot;-&quot; or &quot;.&quot;</source>
        <translation>各部分不能以“-”或“.”开头或结尾</translation>
    </message>
    <message>
        <source>it has more than one &quot;/&quot;</source>
        <translation>包含多个“/”</translation>
    </message>
    <message>
        <source>&quot;--&quot; and &quot;..&quot; may not be in it</source>
        <translation>不能包含“--”和“..”</translation>
    </message>
    <message>
        <source>it may not end with &quot;.git&quot;</source>
        <translation>不能以“.git”结尾</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind of repo. There are: model, dataset, space.</source>
        <translation>“%1”不是仓库类型。可用类型：model、dataset、space。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a repo: %2. An id looks like org/name.</source>
        <translation>“%1”不是仓库的 ID：%2。ID 形如 org/name。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name a repo. Give an id (org/name, datasets/org/name, spaces/org/name, with @REVISION if you like) or a link to its page on the Hub.</source>
        <translation>“%1”没有指明仓库。请提供 ID（org/name、datasets/org/name、spaces/org/name，可附加 @REVISION）或其 Hub 页面的链接。</translation>
    </message>
    <message>
        <source>That link leads to %1, not to a repo. Give a link to the page of a model, dataset or space.</source>
        <translation>该链接指向%1，而不是仓库。请提供模型、数据集或 Space 页面的链接。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path a file in a repo can have. Give a link to the page of the repo.</source>
        <translation>“%1”不是仓库中文件可用的路径。请提供仓库页面的链接。</translation>
    </message>
    <message>
        <source>&quot;:%1&quot; after an id is Ollama&apos;s way to name one file. Give %2 and choose the file (--include &apos;*%1*&apos;).</source>
        <translation>ID 后面的“:%1”是 Ollama 指定单个文件的方式。请提供 %2 并选择文件（--include &apos;*%1*&apos;）。</translation>
    </message>
    <message>
        <source>the front page of the Hub</source>
        <translation>Hub 的首页</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>%1 的列表</translation>
    </message>
    <message>
        <source>hugger does not archive %1 yet. It archives models, datasets and spaces.</source>
        <translation>hugger 尚不能归档 %1。它可归档模型、数据集和 Space。</translation>
    </message>
    <message>
        <source>a page of the Hub itself (/%1)</source>
        <translation>Hub 自身的页面（/%1）</translation>
    </message>
    <message>
        <source>the page of the user or organisation %1</source>
        <translation>用户或组织 %1 的页面</translation>
    </message>
    <message>
        <source>That link has a user name or password in it. Leave it out; a token is set in the settings or with `hugger token set`.</source>
        <translation>该链接含有用户名或密码。请将其去掉；令牌可在设置中或用 `hugger token set` 设置。</translation>
    </message>
    <message>
        <source>That link is not below %1, the endpoint in use.</source>
        <translation>该链接不在所用的端点 %1 之下。</translation>
    </message>
    <message>
        <source>That link leads to a running space, not to its files. Give a link to its page, as in huggingface.co/spaces/org/name.</source>
        <translation>该链接指向正在运行的 Space，而不是其文件。请提供其页面的链接，例如 huggingface.co/spaces/org/name。</translation>
    </message>
    <message>
        <source>%1 is not the Hub. hugger understands links to huggingface.co, hf.co and the endpoint in use (%2).</source>
        <translation>%1 不是 Hub。hugger 能识别 huggingface.co、hf.co 和所用端点（%2）的链接。</translation>
    </message>
    <message>
        <source>Nothing was given. Give an id such as org/name, or a link to a page on the Hub.</source>
        <translation>未提供任何内容。请提供 ID（例如 org/name）或 Hub 页面的链接。</translation>
    </message>
    <message>
        <source>hugger does not understand links that begin with &quot;%1://&quot;. Give a link that begins with https://, or an id such as org/name.</source>
        <translation>hugger 无法识别以“%1://”开头的链接。请提供以 https:// 开头的链接，或 ID（例如 org/name）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks like a file on this computer. Give an id such as org/name, or a link to a page on the Hub.</source>
        <translation>“%1”看起来是此计算机上的文件。请提供 ID（例如 org/name）或 Hub 页面的链接。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a branch, tag or commit. Give one as the repo&apos;s page shows it, such as main, v1.0 or refs/pr/1.</source>
        <translation>“%1”不能作为分支、标签或提交的名称。请按仓库页面所示提供，例如 main、v1.0 或 refs/pr/1。</translation>
    </message>
    <message>
        <source>Use the environment variable HF_TOKEN instead, or write the token to %1 (readable by you alone).</source>
        <translation>请改用环境变量 HF_TOKEN，或将令牌写入 %1（仅您可读）。</translation>
    </message>
    <message>
        <source>The desktop keychain did not answer within three seconds. If it asks to be unlocked, do that and try again.</source>
        <translation>桌面密钥环三秒内没有响应。如果它要求解锁，请解锁后重试。</translation>
    </message>
    <message>
        <source>That is not a token: a token is one word of plain letters and digits, and begins with hf_ on the Hub. Copy it again from the Hub&apos;s settings.</source>
        <translation>这不是令牌：令牌是由普通字母和数字组成的一个词，在 Hub 上以 hf_ 开头。请从 Hub 的设置中重新复制。</translation>
    </message>
    <message>
        <source>the desktop keychain</source>
        <translation>桌面密钥环</translation>
    </message>
    <message>
        <source>There is no desktop keychain here to keep the token in.</source>
        <translation>此处没有可保存令牌的桌面密钥环。</translation>
    </message>
    <message>
        <source>The desktop keychain did not take the token.</source>
        <translation>桌面密钥环未接受令牌。</translation>
    </message>
    <message>
        <source>The desktop keychain did not remove the token.</source>
        <translation>桌面密钥环未移除令牌。</translation>
    </message>
    <message>
        <source>%1 became shorter while it was being fetched. Is another program at work there?</source>
        <translation>%1 在下载过程中变短了。是否有其他程序正在操作它？</translation>
    </message>
    <message>
        <source>The Hub sends hugger round in circles for %1. Try again later.</source>
        <translation>Hub 对 %1 的请求陷入循环重定向。请稍后重试。</translation>
    </message>
    <message>
        <source>The Hub answered %1 for %2.</source>
        <translation>对 %2 的请求，Hub 回复了 %1。</translation>
    </message>
    <message>
        <source>The Hub asks hugger to slow down and did not let up. Try again later, or set a token for a larger quota.</source>
        <translation>Hub 一直要求 hugger 放慢速度。请稍后重试，或设置令牌以获得更高限额。</translation>
    </message>
    <message>
        <source>The server for %1 answered with error %2. Try again later; what was fetched is kept.</source>
        <translation>提供 %1 的服务器返回错误 %2。请稍后重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The server says that %1 is shorter than the Hub lists it. Try again later.</source>
        <translation>服务器表示 %1 比 Hub 列出的短。请稍后重试。</translation>
    </message>
    <message>
        <source>The download server refused %1 (status %2), also with a fresh link. Try again later; what was fetched is kept.</source>
        <translation>下载服务器拒绝提供 %1（状态 %2），使用新链接也不行。请稍后重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>%1 came compressed although hugger did not ask for that. A proxy in between may do it; try without it.</source>
        <translation>%1 经过压缩，但 hugger 并未要求压缩。可能是中间的代理所为；请尝试不使用代理。</translation>
    </message>
    <message>
        <source>The server sent another part of %1 than hugger asked for. Try again later.</source>
        <translation>服务器发送的 %1 片段与 hugger 请求的不同。请稍后重试。</translation>
    </message>
    <message>
        <source>The server cannot send parts of %1.</source>
        <translation>服务器无法分段发送 %1。</translation>
    </message>
    <message>
        <source>A web page came instead of %1: something between hugger and the Hub (a login page of the network?) answers in its place. Log in there if it asks for that, then try again.</source>
        <translation>收到的是网页而不是 %1：hugger 与 Hub 之间有其他程序代为回复（可能是网络的登录页面）。如果要求登录，请登录后重试。</translation>
    </message>
    <message>
        <source>The server sends %1 with %2 bytes, but the Hub lists it with %3. Try again later.</source>
        <translation>服务器发送的 %1 为 %2 字节，而 Hub 列出的是 %3 字节。请稍后重试。</translation>
    </message>
    <message>
        <source>The server sends a part of %1 with the wrong length. Try again later.</source>
        <translation>服务器发送的 %1 片段长度有误。请稍后重试。</translation>
    </message>
    <message>
        <source>The server sent more bytes for %1 than the Hub lists. Try again later.</source>
        <translation>服务器发送的 %1 字节数超过 Hub 列出的大小。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 was cut short by the server. Try again; what was fetched is kept.</source>
        <translation>服务器发送的 %1 不完整。请重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The server stopped sending %1. Try again; what was fetched is kept.</source>
        <translation>服务器停止发送 %1。请重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <source>%1 is not what the Hub says it is: the hash of the fetched bytes differs.</source>
        <translation>%1 与 Hub 所述不符：已下载字节的哈希不同。</translation>
    </message>
    <message>
        <source>hugger was about to store a file under a name that is no SHA-256. Nothing was stored.</source>
        <translation>hugger 即将存储的文件名不是 SHA-256。未存储任何内容。</translation>
    </message>
    <message>
        <source>A file in incoming/ changed after it was proved. It was not stored; fetch it again.</source>
        <translation>incoming/ 中的一个文件在校验后发生了变化。该文件未存储；请重新下载。</translation>
    </message>
    <message>
        <source>The list of stores (stores.json)</source>
        <translation>存储位置列表（stores.json）</translation>
    </message>
    <message>
        <source>The list of stores was written by a newer hugger. Update hugger to use this profile.</source>
        <translation>存储位置列表由更新版本的 hugger 写入。请更新 hugger 以使用此配置文件夹。</translation>
    </message>
    <message>
        <source>%1 has a store without a valid id.</source>
        <translation>%1 中有一个存储位置没有有效的 ID。</translation>
    </message>
    <message>
        <source>%1 and the store at %2 would lie one inside the other. Name another folder.</source>
        <translation>%1 与位于 %2 的存储位置会互相嵌套。请指定其他文件夹。</translation>
    </message>
    <message>
        <source>There is a store called &quot;%1&quot; already. Give this one another label.</source>
        <translation>已有名为“%1”的存储位置。请换一个名称。</translation>
    </message>
    <message>
        <source>There is no store called &quot;%1&quot;. See `hugger stores`.</source>
        <translation>没有名为“%1”的存储位置。请参阅 `hugger stores`。</translation>
    </message>
    <message>
        <source>%1 is not a folder, so it cannot be hugger&apos;s profile. Name a folder.</source>
        <translation>%1 不是文件夹，因此不能用作 hugger 的配置文件夹。请指定一个文件夹。</translation>
    </message>
    <message>
        <source>Another hugger is using this profile. Close it, or wait until it has finished.</source>
        <translation>另一个 hugger 正在使用此配置文件夹。请将其关闭，或等待其完成。</translation>
    </message>
    <message>
        <source>Another hugger (process %1) is using this profile. Close it, or wait until it has finished.</source>
        <translation>另一个 hugger（进程 %1）正在使用此配置文件夹。请将其关闭，或等待其完成。</translation>
    </message>
    <message>
        <source>The store at %1 is a copy of the one at %2, and hugger could not tell them apart. Unplug one of them.</source>
        <translation>位于 %1 的存储位置是位于 %2 的存储位置的副本，hugger 无法区分两者。请移除其中一个驱动器。</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is not at %2; another store is there. Plug in its drive, then try again.</source>
        <translation>存储位置“%1”不在 %2；那里是另一个存储位置。请接入其驱动器，然后重试。</translation>
    </message>
    <message>
        <source>The record of %1 at %2</source>
        <translation>%1（%2）的记录</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Archive the same commit again to make it anew.</source>
        <translation>%1已损坏：%2。请再次归档同一提交以重新生成。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no valid size</source>
        <translation>“%1”没有有效的大小</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no valid hash</source>
        <translation>“%1”没有有效的哈希</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has something else than texts in it</source>
        <translation>“%1”中含有非文本内容</translation>
    </message>
    <message>
        <source>&quot;selections&quot; is not a list of rules</source>
        <translation>“selections”不是规则列表</translation>
    </message>
    <message>
        <source>&quot;gated&quot; is none of false, &quot;auto&quot; and &quot;manual&quot;</source>
        <translation>“gated”不是 false、“auto”或“manual”</translation>
    </message>
    <message>
        <source>&quot;commit&quot; is not a commit</source>
        <translation>“commit”不是提交</translation>
    </message>
    <message>
        <source>a time in it is not ISO 8601 UTC</source>
        <translation>其中的某个时间不是 ISO 8601 UTC 格式</translation>
    </message>
    <message>
        <source>it holds more files than it lists</source>
        <translation>包含的文件多于列出的文件</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>该记录</translation>
    </message>
    <message>
        <source>This record was written by a newer hugger. Update hugger to use it; it was not changed.</source>
        <translation>此记录由更新版本的 hugger 写入。请更新 hugger 以使用它；记录未作更改。</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is no kind of repo</source>
        <translation>“kind”不是仓库类型</translation>
    </message>
    <message>
        <source>its totals are not those of its files</source>
        <translation>总计与其中文件的总计不符</translation>
    </message>
    <message>
        <source>An answer of the Hub could not be kept with the record. Nothing was recorded.</source>
        <translation>Hub 的一份回复无法与记录一起保存。未写入任何记录。</translation>
    </message>
    <message>
        <source>%1 was not recorded: the content of one of its files is not in the store. Archive it again.</source>
        <translation>%1 未写入记录：其中一个文件的内容不在存储位置中。请重新归档。</translation>
    </message>
    <message>
        <source>%1 at %2 is not in this store.</source>
        <translation>%1（%2）不在此存储位置中。</translation>
    </message>
    <message>
        <source>The record in %1 is about something else (%2). Archive %3 again to make it anew.</source>
        <translation>%1 中的记录属于其他内容（%2）。请再次归档 %3 以重新生成。</translation>
    </message>
    <message>
        <source>The record in %1</source>
        <translation>%1 中的记录</translation>
    </message>
    <message>
        <source>The kept listing of %1</source>
        <translation>已保存的 %1 列表</translation>
    </message>
    <message>
        <source>%1 is not there. Archive the same commit again to get it.</source>
        <translation>%1不存在。请再次归档同一提交以获取。</translation>
    </message>
    <message>
        <source>The proxy&apos;s address must look like http://host:port or socks5://host:port.</source>
        <translation>代理地址必须形如 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>The store at %1 is not there. Plug in or mount its drive, then try again.</source>
        <translation>位于 %1 的存储位置不存在。请接入或挂载其驱动器，然后重试。</translation>
    </message>
    <message>
        <source>The identity of the store (%1)</source>
        <translation>存储位置的标识（%1）</translation>
    </message>
    <message>
        <source>The store at %1 was made by a newer hugger. Update hugger to use it; nothing in it was changed.</source>
        <translation>位于 %1 的存储位置由更新版本的 hugger 创建。请更新 hugger 以使用它；其中内容未作更改。</translation>
    </message>
    <message>
        <source>%1 has no valid id.</source>
        <translation>%1没有有效的 ID。</translation>
    </message>
    <message>
        <source>%1 is not a folder. Name an empty or new one.</source>
        <translation>%1 不是文件夹。请指定空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>%1 is not empty (it has &quot;%2&quot;) and is no store. Name an empty or new folder.</source>
        <translation>%1 不为空（其中有“%2”），也不是存储位置。请指定空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the label of a store. Use 1 to %2 printable characters.</source>
        <translation>“%1”不能作为存储位置的名称。请使用 1 到 %2 个可打印字符。</translation>
    </message>
    <message>
        <source>hugger could not put damaged bytes aside: their name is not valid.</source>
        <translation>hugger 无法将损坏的字节另行存放：其名称无效。</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; in the trash. The events (`hugger events`) say what was moved there, and as what.</source>
        <translation>回收站中没有名为“%1”的内容。事件（`hugger events`）中记有移入回收站的内容及其名称。</translation>
    </message>
    <message>
        <source>The trash entry</source>
        <translation>回收站条目</translation>
    </message>
    <message>
        <source>The content of a file is missing from the store. Verifying says which, and repairing fetches it again.</source>
        <translation>存储位置中缺少某个文件的内容。校验可找出该文件，修复会重新下载。</translation>
    </message>
    <message>
        <source>The drive of this store knows no links (exFAT?), so the folder of plain-named files is left out. Everything is held all the same; HOW-TO-READ-THIS.txt in the store says how to copy plain files out.</source>
        <translation>此存储位置的驱动器不支持链接（exFAT？），因此省略了以普通文件名呈现的文件夹。所有内容仍已归档；存储位置中的 HOW-TO-READ-THIS.txt 说明了如何复制出普通文件。</translation>
    </message>
    <message>
        <source>%1 is damaged. Start hugger again: it puts the file aside and makes a new one.</source>
        <translation>%1 已损坏。请重新启动 hugger：它会将该文件另行存放并新建一个。</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>这里尚无内容。</translation>
    </message>
    <message>
        <source>%1 was written by a newer hugger. Update hugger to use it; it was not changed.</source>
        <translation>%1 由更新版本的 hugger 写入。请更新 hugger 以使用它；文件未作更改。</translation>
    </message>
    <message>
        <source>%1 was written by an older hugger. Run any command that changes something, then try again.</source>
        <translation>%1 由较旧版本的 hugger 写入。请运行任意一个会作出更改的命令，然后重试。</translation>
    </message>
    <message>
        <source>Another process is using %1. Try again in a moment.</source>
        <translation>另一个进程正在使用 %1。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 could not be used (%2).</source>
        <translation>无法使用 %1（%2）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the beginning of a commit. Give at least four of its hexadecimal digits.</source>
        <translation>“%1”不是提交的开头部分。请至少提供其四位十六进制数字。</translation>
    </message>
    <message>
        <source>This snapshot is not held any more.</source>
        <translation>此快照已不在归档中。</translation>
    </message>
    <message>
        <source>There is no job %1. It may have been cleared from the list.</source>
        <translation>没有任务 %1。它可能已从列表中清除。</translation>
    </message>
    <message>
        <source>The copy in another store is damaged.</source>
        <translation>另一存储位置中的副本已损坏。</translation>
    </message>
    <message numerus="yes">
        <source>(%n more files like it; see the details.)</source>
        <translation>
            <numerusform>（还有 %n 个类似的文件；请参阅详情。）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came with the wrong hash twice. The bytes are kept aside in %2 and are not part of the archive. Try again later, or tell the owner of the repo.</source>
        <translation>%1 两次的哈希均有误。这些字节另行存放在 %2，不属于归档。请稍后重试，或告知仓库所有者。</translation>
    </message>
    <message>
        <source>Nothing was fetched.</source>
        <translation>未下载任何内容。</translation>
    </message>
    <message>
        <source>%1 is not in the archive any more.</source>
        <translation>%1 已不在归档中。</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is unplugged. Plug it in and verify again.</source>
        <translation>存储位置“%1”未接入。请接入后重新校验。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 files are not what was archived. Repair fetches them again.</source>
        <translation>%1：%3 个文件中有 %2 个与归档时不一致。修复会重新下载这些文件。</translation>
    </message>
    <message>
        <source>Job %1 has ended; there is nothing to pause.</source>
        <translation>任务 %1 已结束，无需暂停。</translation>
    </message>
    <message>
        <source>Job %1 has ended. Retry it (`hugger retry %1`) to do it again.</source>
        <translation>任务 %1 已结束。要再次执行，请重试（`hugger retry %1`）。</translation>
    </message>
    <message>
        <source>Job %1 has ended; there is nothing to cancel.</source>
        <translation>任务 %1 已结束，无需取消。</translation>
    </message>
    <message>
        <source>Job %1 ended well; there is nothing to try again.</source>
        <translation>任务 %1 已成功结束，无需重试。</translation>
    </message>
    <message>
        <source>The Hub asks for a pause of %1.</source>
        <translation>Hub 要求暂停 %1。</translation>
    </message>
    <message>
        <source>The list of jobs was damaged; it was put aside in %1 and begun anew. What was fetched is kept.</source>
        <translation>任务列表已损坏；已另行存放在 %1 并重新建立。已下载的内容会保留。</translation>
    </message>
    <message numerus="yes">
        <source>The catalog was damaged; it was put aside and rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>目录数据库已损坏；已另行存放，并根据 %n 条记录重建。没有丢失任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The catalog was missing; it was rebuilt from %n records. Nothing is lost.</source>
        <translation>
            <numerusform>目录数据库缺失；已根据 %n 条记录重建。没有丢失任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The store &quot;%1&quot; has %n snapshots that the catalog did not know; they are in it now.</source>
        <translation>
            <numerusform>存储位置“%1”中有 %n 个快照不在目录数据库中；现已加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no store yet; the first archive makes one.</source>
        <translation>尚无存储位置；首次归档时会创建。</translation>
    </message>
    <message>
        <source>%1 is not in the archive. See what is with `hugger list`, or fetch it with `hugger archive %2`.</source>
        <translation>%1 不在归档中。请用 `hugger list` 查看已归档的内容，或用 `hugger archive %2` 下载。</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; in the trash. Its time may be up, or its store is unplugged.</source>
        <translation>回收站中没有名为“%1”的内容。它可能已到期，或其存储位置未接入。</translation>
    </message>
    <message>
        <source>The store &quot;%1&quot; is unplugged: its snapshots are read when it is back.</source>
        <translation>存储位置“%1”未接入：重新接入后会读取其中的快照。</translation>
    </message>
    <message>
        <source>Reading the records of the store &quot;%1&quot;.</source>
        <translation>正在读取存储位置“%1”的记录。</translation>
    </message>
    <message>
        <source>%1 cannot be read and is left where it is: %2</source>
        <translation>无法读取 %1，已保留在原处：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of files, &quot;a.bin, b.bin, c.bin&quot;, of which only the first are named.</extracomment>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is called %2 now; it is archived under that name.</source>
        <translation>%1 现名为 %2；将以该名称归档。</translation>
    </message>
    <message>
        <source>The Hub has disabled this repo; some files may be refused.</source>
        <translation>Hub 已停用此仓库；部分文件可能会被拒绝。</translation>
    </message>
    <message>
        <source>The repo names no license.</source>
        <translation>此仓库未注明许可证。</translation>
    </message>
    <message>
        <source>May hold pickles, which can run code when loaded: %1.</source>
        <translation>可能包含 pickle，加载时可运行代码：%1。</translation>
    </message>
    <message>
        <source>Comes with Python code of its own: %1.</source>
        <translation>附带自己的 Python 代码：%1。</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the store (%2 of it needed by other jobs)</source>
        <translation>存储位置所在磁盘可用 %1（其中 %2 为其他任务所需）</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the store</source>
        <translation>存储位置所在磁盘可用 %1</translation>
    </message>
    <message>
        <source>%1 does not fit: %2 are to be fetched, and %3. Free some space, choose fewer files (--include), or another store (--store).</source>
        <extracomment>%3 says how much room there is: &quot;3 GB are free on the disk of the store&quot;.</extracomment>
        <translation>空间不足以存放 %1：需要下载 %2，而%3。请释放一些空间、减少所选文件（--include），或使用其他存储位置（--store）。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n files of %1 at %2 match the selection. Choose other ones (--include; --dry-run shows what there is).</source>
        <translation>
            <numerusform>%1（%2）的 %n 个文件均与选择不匹配。请另行选择（--include；--dry-run 可显示有哪些文件）。</numerusform>
        </translation>
    </message>
    <message>
        <source>the file is not in the store</source>
        <translation>文件不在存储位置中</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 字节，应为 %2 字节</translation>
    </message>
    <message>
        <source>the bytes changed: SHA-256 is %1, should be %2</source>
        <translation>字节已变化：SHA-256 为 %1，应为 %2</translation>
    </message>
    <message>
        <source>The drive does not answer.</source>
        <translation>驱动器没有响应。</translation>
    </message>
    <message>
        <source>The library is not open.</source>
        <translation>归档库未打开。</translation>
    </message>
    <message>
        <source>The token is kept and in use now. The next time, %1 wins over it.</source>
        <translation>令牌已保存并已启用。下次启动时，%1 会优先于它。</translation>
    </message>
    <message>
        <source>The address to listen on must be one of this computer, as 192.168.1.5 or ::1.</source>
        <translation>监听地址必须属于本机，例如 192.168.1.5 或 ::1。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Waiting for the network.</source>
        <translation>正在等待网络。</translation>
    </message>
    <message>
        <source>The Hub asks for a pause.</source>
        <translation>Hub 要求暂停。</translation>
    </message>
    <message>
        <source>Waiting for space on the disk.</source>
        <translation>正在等待磁盘空间。</translation>
    </message>
    <message>
        <source>Waiting for a token.</source>
        <translation>正在等待令牌。</translation>
    </message>
    <message>
        <source>Waiting for its time.</source>
        <translation>正在等待设定的时间。</translation>
    </message>
    <message>
        <source>Waiting for the drive of its store.</source>
        <translation>正在等待其存储位置所在的驱动器。</translation>
    </message>
    <message>
        <source>hugger is still starting. Try again in a moment.</source>
        <translation>hugger 仍在启动。请稍后重试。</translation>
    </message>
    <message>
        <source>Too much is asked for at once. Try again in a moment.</source>
        <translation>同时请求过多。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 is not in the archive.</source>
        <translation>%1 不在归档中。</translation>
    </message>
    <message>
        <source>This snapshot</source>
        <translation>此快照</translation>
    </message>
    <message>
        <source>The trash keeps nothing: %1 would be gone for good. To remove it all the same, confirm with its id.</source>
        <translation>回收站不保留任何内容：%1 将被永久删除。若仍要移除，请输入其 ID 确认。</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>没有这个任务。</translation>
    </message>
    <message>
        <source>There is no store called &quot;%1&quot;.</source>
        <translation>没有名为“%1”的存储位置。</translation>
    </message>
    <message>
        <source>Too many jobs wait already. Try again when some are done.</source>
        <translation>等待中的任务已过多。请在部分任务完成后重试。</translation>
    </message>
    <message>
        <source>This hugger runs without a window.</source>
        <translation>此 hugger 在无窗口模式下运行。</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) cannot be read. It is left as it is; none of them can connect until hugger can read it and is started again.</source>
        <translation>无法读取已连接浏览器和程序的列表 (clients.json)。该文件保持原样；在 hugger 能读取它并重新启动之前，它们都无法连接。</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) was damaged. It was put aside, and all of them have to connect again.</source>
        <translation>已连接浏览器和程序的列表 (clients.json) 已损坏。该文件已移至一旁，它们都须重新连接。</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) is damaged and cannot be put aside. It is left as it is; none of them can connect until it is gone and hugger is started again.</source>
        <translation>已连接浏览器和程序的列表 (clients.json) 已损坏且无法移开。该文件保持原样；在它被移除且 hugger 重新启动之前，它们都无法连接。</translation>
    </message>
    <message numerus="yes">
        <source>%n browsers and programs are connected already. Disconnect one of them first.</source>
        <translation>
            <numerusform>已连接 %n 个浏览器和程序。请先断开其中一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>No such browser or program is connected. It may have been disconnected before.</source>
        <translation>没有连接这样的浏览器或程序。它可能已被断开。</translation>
    </message>
    <message>
        <source>The list of connected browsers and programs (clients.json) was written by a newer version of hugger. It is left as it is; none of them can connect until that version runs again.</source>
        <translation>已连接浏览器和程序的列表 (clients.json) 由更新版本的 hugger 写入。该文件保持原样；在该版本再次运行之前，它们都无法连接。</translation>
    </message>
    <message>
        <source>Port %1 cannot be listened on: another program may have it. Choose another one.</source>
        <translation>无法在端口 %1 上监听：可能已被其他程序占用。请选择其他端口。</translation>
    </message>
    <message>
        <source>hugger cannot listen on port %1 or the next four: other programs may have them. Choose another one.</source>
        <translation>hugger 无法在端口 %1 及其后四个端口上监听：可能已被其他程序占用。请选择其他端口。</translation>
    </message>
    <message>
        <source>127.0.0.1 works; %1 cannot be listened on: it may be no address of this computer now. Try again once it is, or choose another one.</source>
        <translation>127.0.0.1 可用；无法在 %1 上监听：它目前可能不是本机的地址。请在其可用后重试，或选择其他地址。</translation>
    </message>
    <message>
        <source>There is no event %1.</source>
        <translation>没有事件 %1。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and is not shown. Archive it to see it.</source>
        <translation>%1 大于 %2，未显示。归档后即可查看。</translation>
    </message>
    <message>
        <source>the repos of %1</source>
        <translation>%1 的仓库</translation>
    </message>
    <message>
        <source>The kept list of branches of %1</source>
        <translation>保存的 %1 的分支列表</translation>
    </message>
    <message>
        <source>%1 came with other bytes than the Hub&apos;s listing says. A proxy or a network that wants a login may be in between; try again later.</source>
        <translation>%1 的内容与 Hub 的文件列表不符。中间可能有代理或需要登录的网络；请稍后重试。</translation>
    </message>
    <message>
        <source>Files were chosen several times, each time with what to leave out; the update takes all that any of these takes, and perhaps more.</source>
        <translation>文件曾多次选择，且每次都有排除项；更新将包含任一选择所含的全部文件，可能更多。</translation>
    </message>
    <message>
        <source>Another repo is called %1 now: there is no update to what is held. To archive the new one, too, archive it by its name.</source>
        <translation>另一个仓库现在使用名称 %1：已有副本没有更新。如需归档新仓库，请按其名称归档。</translation>
    </message>
    <message>
        <source>What is held of %1 cannot be read: its store is unplugged. Plug it in, then check again.</source>
        <translation>无法读取 %1 的已归档内容：其存储未连接。请连接后再次检查。</translation>
    </message>
    <message>
        <source>%1 seems gone, and so do others at once. That is more likely a failing Hub, or something between it and you, than so many deletions: nothing was concluded. Check again later; what stays so for some hours is believed.</source>
        <translation>%1 似乎已消失，同时其他仓库也是如此。这更可能是 Hub 或您与它之间的某个环节出了故障，而不是一次删除了这么多：未作任何结论。请稍后再检查；若持续数小时，则会采信。</translation>
    </message>
    <message>
        <source>%1 was archived from %2, and %3 does not have it. Nothing follows from that; check it with the endpoint it comes from.</source>
        <translation>%1 是从 %2 归档的，而 %3 上没有它。这不说明任何问题；请用其来源地址检查。</translation>
    </message>
    <message>
        <source>Another repository has the name %1 now, and the Hub does not say where the one you hold is. Archive the new one by hand if you want it, too.</source>
        <translation>另一个仓库现在使用名称 %1，而 Hub 没有说明您持有的那个在哪里。如需要，请手动归档新的仓库。</translation>
    </message>
    <message>
        <source>%1 cannot be had from the Hub any more: this may be the last copy there is.</source>
        <translation>已无法从 Hub 获取 %1：这可能是最后的副本。</translation>
    </message>
    <message>
        <source>The Hub does not give %1 to everybody any more: this may be the last copy you can have.</source>
        <translation>Hub 不再向所有人提供 %1：这可能是您能拥有的最后副本。</translation>
    </message>
    <message>
        <source>%1 has another license at the Hub now: this may be the last copy under the old one.</source>
        <translation>%1 在 Hub 上现为另一许可证：这可能是旧许可证下最后的副本。</translation>
    </message>
    <message>
        <source>To remove it all the same, confirm with its id.</source>
        <translation>如仍要移除，请用其 ID 确认。</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>没有此事件。</translation>
    </message>
    <message>
        <source>Everything has been asked about just now. Try again in a minute.</source>
        <translation>刚刚已全部询问过。请一分钟后重试。</translation>
    </message>
    <message>
        <source>This hugger cannot do job %1.</source>
        <translation>此 hugger 无法执行任务 %1。</translation>
    </message>
    <message>
        <source>it is a hard link</source>
        <translation>是硬链接</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>it is marked to run with the rights of its owner (setuid, setgid or sticky)</source>
        <translation>标记为以所有者权限运行（setuid、setgid 或 sticky）</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>是符号链接</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>是设备文件</translation>
    </message>
    <message>
        <source>it is a named pipe</source>
        <translation>是命名管道</translation>
    </message>
    <message>
        <source>it is neither a file nor a folder</source>
        <translation>既不是文件也不是文件夹</translation>
    </message>
    <message>
        <source>This installation of libarchive cannot read %1. Install a complete one.</source>
        <translation>此 libarchive 无法读取 %1。请安装完整版本。</translation>
    </message>
    <message>
        <source>the bundle cannot be read there (%1): it is damaged or cut short</source>
        <translation>无法读取包的此处（%1）：已损坏或不完整</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>its size is not the one that the bundle says</source>
        <translation>大小与包中所述不符</translation>
    </message>
    <message>
        <source>Line %2 of %1 in the bundle is not what it should be. Get the bundle again from where it was made.</source>
        <translation>包中 %1 的第 %2 行不正确。请从生成处重新获取此包。</translation>
    </message>
    <message>
        <source>The bundle is a BagIt bag of version %1.%2, which this hugger cannot read. Take one of version 1.0.</source>
        <translation>此包是 BagIt %1.%2 版本，hugger 无法读取。请使用 1.0 版本。</translation>
    </message>
    <message>
        <source>The texts of the bundle are in %1, and hugger reads UTF-8 only. Have the bag made anew in UTF-8.</source>
        <translation>此包的文本编码为 %1，而 hugger 只能读取 UTF-8。请以 UTF-8 重新生成。</translation>
    </message>
    <message>
        <source>This job cannot be read any more. Cancel it and ask again.</source>
        <translation>无法再读取此任务。请取消后重新发起。</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>the manifest lists it, and its name is not safe to store (%1)</source>
        <translation>清单列出了它，但其名称无法安全保存（%1）</translation>
    </message>
    <message>
        <source>the manifest lists it, and it is not in data/</source>
        <translation>清单列出了它，但它不在 data/ 中</translation>
    </message>
    <message>
        <source>it is about %1 at %2</source>
        <translation>它说的是 %1（%2）</translation>
    </message>
    <message>
        <source>it is not what hugger-bundle.json says about it</source>
        <translation>与 hugger-bundle.json 所述不符</translation>
    </message>
    <message>
        <source>the records of the bundle do not agree about it (%1)</source>
        <translation>包中的记录对此不一致（%1）</translation>
    </message>
    <message>
        <source>it lies outside the folder of the bundle</source>
        <translation>位于包的文件夹之外</translation>
    </message>
    <message>
        <source>it has no place in a bundle</source>
        <translation>不应出现在包中</translation>
    </message>
    <message>
        <source>the manifest does not list it</source>
        <translation>清单未列出它</translation>
    </message>
    <message>
        <source>its bytes are not the ones that the bundle promises</source>
        <translation>其字节与包所述不符</translation>
    </message>
    <message>
        <source>no record lists it</source>
        <translation>没有记录列出它</translation>
    </message>
    <message>
        <source>its bytes are not the ones that its record promises</source>
        <translation>其字节与记录所述不符</translation>
    </message>
    <message>
        <source>its record lists it, and the bundle does not have it</source>
        <translation>记录列出了它，但包中没有</translation>
    </message>
    <message>
        <source>its record gives it a hash that its bytes do not have</source>
        <translation>记录中的哈希与其字节不符</translation>
    </message>
    <message numerus="yes">
        <source>The bundle carries only what its maker was told is not here, and %n files that it leaves out are not here either (%1 in all, the first is &quot;%2&quot;). Nothing of it is kept. Import the bundle before it first, or have one made without --since.</source>
        <translation>
            <numerusform>此包只包含据称此处没有的内容，而其省略的 %n 个文件此处也没有（共 %1，第一个是“%2”）。未保留任何内容。请先导入之前的包，或让对方不用 --since 重新生成。</numerusform>
        </translation>
    </message>
    <message>
        <source>it is no answer of a Hub</source>
        <translation>不是 Hub 的应答</translation>
    </message>
    <message>
        <source>the record and the Hub&apos;s listing do not agree about it</source>
        <translation>记录与 Hub 的列表对此不一致</translation>
    </message>
    <message>
        <source>the record lists other files than the Hub did</source>
        <translation>记录列出的文件与 Hub 的不同</translation>
    </message>
    <message>
        <source>it has no snapshot in it</source>
        <translation>其中没有快照</translation>
    </message>
    <message>
        <source>it has one snapshot twice</source>
        <translation>其中有重复的快照</translation>
    </message>
    <message>
        <source>it needs a content that no record lists</source>
        <translation>需要的内容没有记录列出</translation>
    </message>
    <message>
        <source>it promises %1 bytes in %2 files, and there are %3 in %4</source>
        <translation>声明有 %2 个文件共 %1 字节，实际为 %4 个共 %3 字节</translation>
    </message>
    <message>
        <source>the tag manifest does not list it</source>
        <translation>标签清单未列出它</translation>
    </message>
    <message>
        <source>it promises more or less than there is</source>
        <translation>声明的与实际不符</translation>
    </message>
    <message>
        <source>hugger-bundle.json in the bundle</source>
        <translation>包中的 hugger-bundle.json</translation>
    </message>
    <message>
        <source>The bundle was made by a newer hugger. Update hugger here, then import it.</source>
        <translation>此包由较新的 hugger 生成。请先更新此处的 hugger，再导入。</translation>
    </message>
    <message>
        <source>%1 has no snapshot in it.</source>
        <translation>%1 中没有快照。</translation>
    </message>
    <message>
        <source>this part of the bundle is missing; put all its parts into one folder</source>
        <translation>缺少包的这一部分；请将所有部分放入同一文件夹</translation>
    </message>
    <message>
        <source>The bundle is refused because of &quot;%1&quot;: %2. Nothing of it is kept. Get it again from where it was made, or have it made anew.</source>
        <extracomment>%1 is a name, %2 what is wrong with it.</extracomment>
        <translation>因“%1”拒绝此包：%2。未保留任何内容。请从生成处重新获取，或重新生成。</translation>
    </message>
    <message>
        <source>%1 is not there. Look for the name of the bundle, and whether its disk is plugged in.</source>
        <translation>%1 不存在。请检查包的名称，以及其磁盘是否已接入。</translation>
    </message>
    <message>
        <source>%1 is no bundle: not a folder, and no .tar, .tar.zst, .tar.gz or .zip by its first bytes.</source>
        <translation>%1 不是包：既不是文件夹，其开头字节也不是 .tar、.tar.zst、.tar.gz 或 .zip。</translation>
    </message>
    <message>
        <source>a bundle may have up to %1 files and folders, and it has more</source>
        <translation>包最多可有 %1 个文件和文件夹，而它更多</translation>
    </message>
    <message>
        <source>its name is not valid Unicode</source>
        <translation>其名称不是有效的 Unicode</translation>
    </message>
    <message>
        <source>its name is not safe to store (%1)</source>
        <translation>其名称无法安全保存（%1）</translation>
    </message>
    <message>
        <source>it does not say how large it is</source>
        <translation>未说明其大小</translation>
    </message>
    <message>
        <source>its name is there as a file and as a folder</source>
        <translation>其名称既是文件又是文件夹</translation>
    </message>
    <message>
        <source>its list has entries that share their bytes</source>
        <translation>其列表中有条目共用同一段数据</translation>
    </message>
    <message>
        <source>its name is there twice</source>
        <translation>其名称重复</translation>
    </message>
    <message>
        <source>it is a symbolic link; copy the folder with `cp -rL` and import the copy</source>
        <translation>是符号链接；请用 `cp -rL` 复制文件夹并导入副本</translation>
    </message>
    <message>
        <source>it changed while it was read</source>
        <translation>读取时发生了变化</translation>
    </message>
    <message>
        <source>the bag has no manifest of SHA-256 or SHA-512, and weaker hashes prove nothing</source>
        <translation>包没有 SHA-256 或 SHA-512 清单，而较弱的哈希不能证明任何事</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>The bundle says itself what is in it. Leave --as out.</source>
        <translation>此包自己说明了内容。请省略 --as。</translation>
    </message>
    <message>
        <source>the archive holds other bytes under that name of %1 at the same commit</source>
        <translation>归档中 %1 的同一提交在此名称下有不同的字节</translation>
    </message>
    <message>
        <source>%1 has no files in it. Name a bundle, or a folder of files.</source>
        <translation>%1 中没有文件。请指定一个包或文件夹。</translation>
    </message>
    <message>
        <source>it has %1 bytes, and its record says %2</source>
        <translation>有 %1 字节，而记录为 %2</translation>
    </message>
    <message>
        <source>The bundle does not fit: it brings %1, and %2 are free on the disk of the store. Free some space, or choose another store (--store).</source>
        <translation>空间不足：此包有 %1，而存储位置的磁盘可用 %2。请腾出空间，或选择其他存储位置（--store）。</translation>
    </message>
    <message>
        <source>it may be %1 large, and is %2</source>
        <translation>最大允许 %1，实际为 %2</translation>
    </message>
    <message>
        <source>it would take over %1 times what the bundle takes itself, and nothing in the bundle says so; unpack it yourself and import the folder</source>
        <translation>它会占用包自身 %1 倍以上的空间，而包中没有说明；请自行解压后导入文件夹</translation>
    </message>
    <message>
        <source>The bundle does not fit: a file of %1 comes next, and %2 are free on the disk of the store. Free some space, or choose another store (--store).</source>
        <translation>空间不足：接下来的文件有 %1，而存储位置的磁盘可用 %2。请腾出空间，或选择其他存储位置（--store）。</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>有 %1 字节，应为 %2</translation>
    </message>
    <message>
        <source>The export failed. hugger itself says why.</source>
        <translation>导出失败。原因见 hugger 本身。</translation>
    </message>
    <message>
        <source>The import failed. hugger itself says why.</source>
        <translation>导入失败。原因见 hugger 本身。</translation>
    </message>
    <message>
        <source>There is something at %1 already. Choose another name, or move it away first.</source>
        <translation>%1 处已有内容。请选择其他名称，或先将其移走。</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another format, such as tar.</source>
        <translation>无法写入 %1。请选择其他格式，例如 tar。</translation>
    </message>
    <message>
        <source>The content of %1 is damaged in the store, so nothing was exported. Repair it, then export it again.</source>
        <translation>存储位置中 %1 的内容已损坏，因此未导出任何内容。请先修复，再重新导出。</translation>
    </message>
    <message>
        <source>A folder cannot be split into volumes. Export to a file, such as .tar, instead.</source>
        <translation>文件夹无法拆分。请改为导出到文件，例如 .tar。</translation>
    </message>
    <message>
        <source>There is no folder %1 to write the export to. Make it first, or choose another.</source>
        <translation>没有可写入导出的文件夹 %1。请先创建，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is inside a store of hugger (%2), where nothing else belongs. Choose another folder.</source>
        <translation>%1 位于 hugger 的存储位置（%2）内，那里不应有其他内容。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The export does not fit: it needs %1, and %2 are free in %3. Free some space, or choose another folder.</source>
        <translation>空间不足：导出需要 %1，而 %3 可用 %2。请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The other side holds all of it already: there is nothing to carry over.</source>
        <translation>对方已有全部内容：没有需要带过去的。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1 are damaged or missing. Repair it, then export it.</source>
        <translation>
            <numerusform>%1 的 %n 个文件已损坏或缺失。请先修复，再导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2 is not what a list of holdings has. Have it made anew on the other side, with &quot;hugger list --holdings FILE&quot;.</source>
        <translation>%2 的第 %1 行不符合已有内容列表的格式。请让对方用“hugger list --holdings FILE”重新生成。</translation>
    </message>
    <message>
        <source>The list of holdings %1 cannot be read. Check that it is there and readable.</source>
        <translation>无法读取已有内容列表 %1。请检查它是否存在且可读。</translation>
    </message>
    <message>
        <source>Another export is writing to %1 at the moment. Choose another name, or wait until it is done.</source>
        <translation>另一个导出正在写入 %1。请选择其他名称，或等它完成。</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the export was kept; start it again to make it.</source>
        <translation>已停止。未保留任何导出内容；如需导出请重新开始。</translation>
    </message>
</context>
<context>
    <name>hugger::SearchPane</name>
    <message>
        <source>Trending</source>
        <extracomment>An order of search results: what many people look at these days</extracomment>
        <translation>热门</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载量</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞数</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>K&amp;ind:</source>
        <translation>类型(&amp;I)：</translation>
    </message>
    <message>
        <source>Or&amp;der:</source>
        <translation>排序(&amp;D)：</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Asking the Hub.</source>
        <translation>正在查询 Hub。</translation>
    </message>
    <message>
        <source>Nothing found for &quot;%1&quot;</source>
        <extracomment>%1 is what was searched for</extracomment>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Try fewer words or another kind. Private repositories are found by their whole id.</source>
        <translation>请减少关键词或更换类型。私有仓库须用完整 ID 查找。</translation>
    </message>
</context>
<context>
    <name>hugger::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Browsers and programs</source>
        <translation>浏览器和程序</translation>
    </message>
</context>
<context>
    <name>hugger::Sidebar</name>
    <message>
        <source>Filters</source>
        <translation>筛选器</translation>
    </message>
</context>
<context>
    <name>hugger::SidebarModel</name>
    <message>
        <source>Library</source>
        <translation>归档库</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Newer upstream</source>
        <extracomment>Filter: repos that have a newer commit on the Hub</extracomment>
        <translation>上游有更新</translation>
    </message>
    <message>
        <source>Gone upstream</source>
        <extracomment>Filter: repos that the Hub no longer has</extracomment>
        <translation>上游已消失</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>unplugged</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>%1 free</source>
        <extracomment>Space left in a store</extracomment>
        <translation>可用 %1</translation>
    </message>
    <message numerus="yes">
        <source>Store %1, %2, %n snapshots</source>
        <translation>
            <numerusform>存储位置 %1，%2，%n 个快照</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots</source>
        <translation>
            <numerusform>%n 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A filter and how many rows it has: &quot;Gone upstream, 2&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Events</source>
        <extracomment>In place of the library: the list of what happened to all repos</extracomment>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Events, %1 new</source>
        <translation>事件，%1 条新</translation>
    </message>
</context>
<context>
    <name>hugger::SleepInhibitor</name>
    <message>
        <source>Fetching from the Hub</source>
        <translation>正在从 Hub 下载</translation>
    </message>
</context>
<context>
    <name>hugger::SnapshotHeader</name>
    <message>
        <source>%1 · %2 at %3 · captured %4</source>
        <extracomment>kind, revision, commit and date: &quot;model · main at 8f3c21e · captured 3 Nov 2026&quot;</extracomment>
        <translation>%1 · %2（%3）· 抓取于 %4</translation>
    </message>
    <message>
        <source>This store has no folders of files to open: its file system has no links.</source>
        <translation>此存储位置没有可打开的文件夹：其文件系统不支持链接。</translation>
    </message>
    <message>
        <source>The store is not plugged in.</source>
        <translation>存储位置未接入。</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Load it…</source>
        <translation>加载(&amp;L)…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Fetch the rest…</source>
        <translation>下载其余文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Notes…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>Copy l&amp;ink</source>
        <translation>复制链接(&amp;I)</translation>
    </message>
    <message>
        <source>Open on the &amp;Hub</source>
        <translation>在 Hub 上打开(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>移除(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Preview update…</source>
        <translation>预览更新(&amp;P)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Statement…</source>
        <extracomment>What a snapshot is, with every hash, to save or print</extracomment>
        <translation>声明(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>hugger::StatementDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Statement about %1</source>
        <translation>关于 %1 的声明</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>尚无声明</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>保存声明</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <translation>已交给打印机。</translation>
    </message>
    <message>
        <source>The printer did not take it. Look whether it is there, or print into a file.</source>
        <translation>打印机未接受。请检查打印机是否可用，或打印到文件。</translation>
    </message>
</context>
<context>
    <name>hugger::StatusLine</name>
    <message>
        <source>Hub reachable</source>
        <translation>Hub 可连接</translation>
    </message>
    <message>
        <source>Hub not reachable</source>
        <translation>Hub 无法连接</translation>
    </message>
    <message>
        <source>%1 · limit %2</source>
        <extracomment>%1 the rate now, %2 the bandwidth limit that is set</extracomment>
        <translation>%1 · 限速 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held</source>
        <translation>
            <numerusform>%Ln 个快照 · 已归档 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots · %1 held · %2 if nothing were shared</source>
        <translation>
            <numerusform>%Ln 个快照 · 已归档 %1 · 不共享时为 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::StoresModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the label of a store, and its folder.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>default, unplugged</source>
        <translation>默认，未接入</translation>
    </message>
    <message>
        <source>unplugged</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>已接入</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>可用 %1，共 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln 个快照</numerusform>
        </translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>hugger::StoresPage</name>
    <message>
        <source>&amp;Add store…</source>
        <translation>添加存储位置(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Make &amp;default</source>
        <translation>设为默认(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>A store is a folder that holds archived files and opens without hugger, too. New archives go to the default one.</source>
        <translation>存储位置是存放已归档文件的文件夹，不用 hugger 也能打开。新的归档会存入默认存储位置。</translation>
    </message>
    <message>
        <source>Rename store</source>
        <translation>重命名存储位置</translation>
    </message>
    <message>
        <source>Label:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>hugger::TokenSection</name>
    <message>
        <source>&amp;Save and check</source>
        <translation>保存并检查(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>hf_… from the settings of your account on the Hub</source>
        <translation>hf_…，来自您 Hub 账户的设置</translation>
    </message>
    <message>
        <source>Asking the Hub who the token is for…</source>
        <translation>正在向 Hub 查询令牌所属的账户…</translation>
    </message>
    <message>
        <source>Asking the Hub whether the token works…</source>
        <translation>正在向 Hub 查询令牌是否有效…</translation>
    </message>
    <message>
        <source>Removing the token…</source>
        <translation>正在移除令牌…</translation>
    </message>
    <message>
        <source>Works: signed in as %1.</source>
        <translation>有效：已登录为 %1。</translation>
    </message>
    <message>
        <source>Works: signed in as %1 (%2).</source>
        <translation>有效：已登录为 %1（%2）。</translation>
    </message>
    <message>
        <source>There is no token. Public repos need none.</source>
        <translation>没有令牌。公开仓库不需要令牌。</translation>
    </message>
    <message>
        <source>It is kept until hugger quits, as there is no keychain to put it into.</source>
        <translation>由于没有可存放的密钥环，令牌仅保留到 hugger 退出为止。</translation>
    </message>
    <message>
        <source>It comes from %1 in the environment, which goes before any other.</source>
        <extracomment>%1 is the name of an environment variable.</extracomment>
        <translation>令牌来自环境变量 %1，优先于其他任何令牌。</translation>
    </message>
    <message>
        <source>It is kept in the desktop&apos;s keychain.</source>
        <translation>令牌保存在桌面密钥环中。</translation>
    </message>
    <message>
        <source>It comes from the file %1, which belongs to other programs.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>令牌来自文件 %1，该文件属于其他程序。</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersActions</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Show in the library</source>
        <translation>在归档库中显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>复制详情(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersModel</name>
    <message>
        <source>preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Exact bytes fetched and in all.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>For screen readers: the repo, then what its transfer does.
----------
For screen readers: a state and per cent, &quot;paused, 42 %&quot;.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list: &quot;Pause, Cancel&quot;.</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPage</name>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Fetch from</source>
        <translation>下载开始时间</translation>
    </message>
    <message>
        <source>Fetch until</source>
        <translation>下载结束时间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;Bandwidth:</source>
        <translation>带宽(&amp;B)：</translation>
    </message>
    <message>
        <source>Connec&amp;tions to a server:</source>
        <translation>每台服务器的连接数(&amp;T)：</translation>
    </message>
    <message>
        <source>Repos fetched at &amp;once:</source>
        <translation>同时下载的仓库数(&amp;O)：</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>Between two times of day: &quot;22:00 and 07:00&quot;.</extracomment>
        <translation>至</translation>
    </message>
    <message>
        <source>Outside these hours transfers wait, and go on by themselves.</source>
        <translation>在此时段之外，传输会等待，之后自动继续。</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>&amp;Keep what is removed for:</source>
        <translation>已移除内容的保留时间(&amp;K)：</translation>
    </message>
    <message>
        <source>Fetch onl&amp;y between</source>
        <translation>仅在此时段下载(&amp;Y)</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <extracomment>Megabytes per second.</extracomment>
        <translation>%1 MB/s</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hugger::TransfersPanel</name>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束项</translation>
    </message>
    <message>
        <source>Takes what has ended off this list. What is held stays.</source>
        <translation>将已结束的项从此列表中清除。已归档的内容会保留。</translation>
    </message>
    <message>
        <source>Nothing is being fetched. Paste a link to a repo to begin.</source>
        <translation>没有正在下载的内容。粘贴仓库链接即可开始。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln 个已暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need you</source>
        <translation>
            <numerusform>%Ln 个需要您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list: &quot;2 running, 1 waiting&quot;.</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
</context>
<context>
    <name>hugger::TransfersView</name>
    <message>
        <source>Transfers</source>
        <translation>传输</translation>
    </message>
</context>
<context>
    <name>hugger::Tray</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A line of the tray&apos;s menu: name of a repository, per cent fetched.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>全部继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Add link from clipboard</source>
        <translation>从剪贴板添加链接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open hugger</source>
        <translation>打开 hugger(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Check upstream</source>
        <translation>检查上游(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hugger::UpdateDialog</name>
    <message>
        <source>&amp;Update</source>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>Preview of an update</source>
        <translation>更新预览</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Files that change</source>
        <translation>变更的文件</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>在您确认之前不会下载任何内容。</translation>
    </message>
    <message>
        <source>Asking the Hub what changed</source>
        <translation>正在询问 Hub 有何变更</translation>
    </message>
    <message>
        <source>This compares every file with what you hold.</source>
        <translation>将逐个文件与您持有的内容比较。</translation>
    </message>
    <message>
        <source>No preview yet</source>
        <translation>尚无预览</translation>
    </message>
    <message>
        <source>What you hold stays as it is.</source>
        <translation>您持有的内容保持不变。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing newer</source>
        <extracomment>%1 a commit</extracomment>
        <translation>没有更新的内容</translation>
    </message>
    <message>
        <source>The newest commit, %1, is held in full.</source>
        <translation>最新的提交 %1 已完整归档。</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>Two commits</extracomment>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>%1 · its name is %2 now</source>
        <extracomment>%1 is &quot;from 8f3c21e to 77aa310&quot;, %2 the name that the repo has now</extracomment>
        <translation>%1 · 现名 %2</translation>
    </message>
    <message>
        <source>&amp;License</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Files (%1)</source>
        <extracomment>A tab; %1 how many files change</extracomment>
        <translation>文件(&amp;F)（%1）</translation>
    </message>
    <message>
        <source>C&amp;ommits (more than %1)</source>
        <extracomment>A tab; %1 how many commits there are</extracomment>
        <translation>提交(&amp;O)（多于 %1）</translation>
    </message>
    <message>
        <source>C&amp;ommits (%1)</source>
        <translation>提交(&amp;O)（%1）</translation>
    </message>
    <message>
        <source>The history was rewritten upstream: %1, which you hold, is not part of it any more. Keep it: the Hub may not give it again.</source>
        <extracomment>%1 a commit</extracomment>
        <translation>上游的历史已重写：您持有的 %1 不再属于其中。请保留它：Hub 可能不再提供。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files added</source>
        <translation>
            <numerusform>新增 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files changed</source>
        <translation>
            <numerusform>更改 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files removed</source>
        <translation>
            <numerusform>移除 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>No file you chose changes.</source>
        <translation>您选择的文件没有变更。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Nothing is to be fetched.</source>
        <translation>无需下载。</translation>
    </message>
    <message>
        <source>To fetch: %1, %2; after that %3 free.</source>
        <translation>需下载：%1，%2；之后剩余 %3。</translation>
    </message>
    <message>
        <source>What you hold stays; the new snapshot comes beside it.</source>
        <translation>已有副本保留；新快照与其并存。</translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <extracomment>Three sentences</extracomment>
        <translation>%1%2
%3</translation>
    </message>
</context>
<context>
    <name>hugger::WatchDialog</name>
    <message>
        <source>&amp;Every</source>
        <translation>每(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Only when I ask</source>
        <translation>仅在我要求时(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fetch updates by itself up to</source>
        <translation>自动下载更新，不超过(&amp;F)</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>监视 %1</translation>
    </message>
    <message>
        <source>&amp;As the settings say: %1</source>
        <extracomment>%1 is &quot;every 12 hours&quot; or &quot;not by itself&quot;</extracomment>
        <translation>按设置(&amp;A)：%1</translation>
    </message>
    <message>
        <source>Hours between two looks</source>
        <translation>两次检查之间的小时数</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <extracomment>Gigabytes.</extracomment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>The largest update that is fetched by itself</source>
        <translation>自动下载的更新大小上限</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>How often to ask the Hub what became of it:</source>
        <translation>多久向 Hub 询问一次其现状：</translation>
    </message>
    <message>
        <source>What you hold stays; an update comes beside it. One under a stricter license is told of, and not fetched by itself.</source>
        <translation>已有副本保留；更新与其并存。许可证更严格的更新只会通知，不会自动下载。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>hugger::WatchNews</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is some names of repositories, %n how many there are beside those.</extracomment>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gone upstream</source>
        <extracomment>Titles of a notification; %n repos</extracomment>
        <translation>
            <numerusform>%n 个仓库在上游已消失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are disabled upstream</source>
        <translation>
            <numerusform>%n 个仓库已被 Hub 停用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos are gated upstream</source>
        <translation>
            <numerusform>%n 个仓库在上游已设为受限访问</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repos have a stricter license upstream</source>
        <translation>
            <numerusform>%n 个仓库在上游的许可证更严格</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. You may hold the last copies under their licenses: they are being verified, and protected from removal.</source>
        <translation>%1。您可能持有按其许可证发布的最后的副本：正在校验，并已受保护。</translation>
    </message>
    <message>
        <source>You may hold the last copy under its license: it is being verified, and protected from removal.</source>
        <translation>您可能持有按其许可证发布的最后的副本：正在校验，并已受保护。</translation>
    </message>
    <message>
        <source>%1. You may hold the last copies: they are being verified, and protected from removal.</source>
        <translation>%1。您可能持有最后的副本：正在校验，并已受保护。</translation>
    </message>
    <message>
        <source>%1 is gone upstream</source>
        <extracomment>Titles of a notification; %1 is a repository.</extracomment>
        <translation>%1 在上游已消失</translation>
    </message>
    <message>
        <source>%1 is disabled upstream</source>
        <translation>%1 已被 Hub 停用</translation>
    </message>
    <message>
        <source>%1 is gated upstream</source>
        <translation>%1 在上游已设为受限访问</translation>
    </message>
    <message>
        <source>%1 has a stricter license upstream</source>
        <translation>%1 在上游的许可证更严格</translation>
    </message>
    <message>
        <source>You may hold the last copy: it is being verified, and protected from removal.</source>
        <translation>您可能持有最后的副本：正在校验，并已受保护。</translation>
    </message>
    <message numerus="yes">
        <source>%n of your repos changed upstream</source>
        <extracomment>Title of a notification</extracomment>
        <translation>
            <numerusform>您的 %n 个仓库在上游有变更</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Titles of a notification: %1 is a repository, %2 &quot;New commit upstream&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 changed upstream</source>
        <translation>%1 在上游有变更</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>The button of a notification that brings the window up.</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Preview update</source>
        <extracomment>The button of a notification: what an update would bring</extracomment>
        <translation>预览更新</translation>
    </message>
</context>
<context>
    <name>hugger::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Snapshot</source>
        <translation>快照(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Transfers</source>
        <translation>传输(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Archive a model, a dataset or a space</source>
        <translation>归档模型、数据集或 Space</translation>
    </message>
    <message>
        <source>&amp;Paste link</source>
        <extracomment>What is in the clipboard: a link or an id</extracomment>
        <translation>粘贴链接(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy id</source>
        <translation>复制 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Compute the hash of every file of the chosen snapshots anew</source>
        <translation>重新计算所选快照中每个文件的哈希</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>Fetch what is damaged or missing</source>
        <translation>下载损坏或缺失的内容</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>移除(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Cancel fetching</source>
        <translation>取消下载(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lear finished</source>
        <extracomment>Removes finished transfers from the list</extracomment>
        <translation>清除已结束项(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>筛选器(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About hugger</source>
        <translation>关于 hugger(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Paste a link</source>
        <translation>粘贴链接(&amp;P)</translation>
    </message>
    <message>
        <source>Search the Hu&amp;b…</source>
        <translation>搜索 Hub(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Clear search</source>
        <translation>清除搜索(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Resume all</source>
        <translation>全部继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause all</source>
        <translation>全部暂停(&amp;P)</translation>
    </message>
    <message>
        <source>R&amp;esume fetching</source>
        <translation>继续下载(&amp;E)</translation>
    </message>
    <message>
        <source>Pause f&amp;etching</source>
        <translation>暂停下载(&amp;E)</translation>
    </message>
    <message>
        <source>Tr&amp;ansfers</source>
        <translation>传输(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Connect your browser…</source>
        <translation>连接浏览器…</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <extracomment>Asks the Hub what became of the chosen repos</extracomment>
        <translation>立即检查(&amp;C)</translation>
    </message>
    <message>
        <source>Ask the Hub what became of the chosen repos</source>
        <translation>向 Hub 询问所选仓库的现状</translation>
    </message>
    <message>
        <source>Check &amp;everything now</source>
        <translation>立即检查全部(&amp;E)</translation>
    </message>
    <message>
        <source>Ask the Hub what became of all that is held</source>
        <translation>向 Hub 询问所有已归档内容的现状</translation>
    </message>
    <message>
        <source>&amp;Preview update…</source>
        <translation>预览更新(&amp;P)…</translation>
    </message>
    <message>
        <source>See what is new upstream before it is fetched</source>
        <translation>在下载前查看上游的新内容</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <extracomment>Archives the newest commits beside what is held</extracomment>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>Archive the newest commit beside what is held</source>
        <translation>将最新提交与已有副本并存归档</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Let in what another hugger exported, or a folder of files</source>
        <translation>存入另一个 hugger 导出的内容，或一个文件夹</translation>
    </message>
    <message>
        <source>Save a &amp;list of what is held…</source>
        <extracomment>A file, for exports from elsewhere to leave out what is here</extracomment>
        <translation>保存已有内容列表(&amp;L)…</translation>
    </message>
    <message>
        <source>For exports from elsewhere, which then leave out what is here</source>
        <translation>供其他地方导出时省略此处已有的内容</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the chosen snapshots into one file or folder, for a place without network</source>
        <translation>将所选快照写入一个文件或文件夹，带到没有网络的地方</translation>
    </message>
    <message>
        <source>&amp;Statement…</source>
        <extracomment>What a snapshot is, with every hash, to save or print</extracomment>
        <translation>声明(&amp;S)…</translation>
    </message>
    <message>
        <source>What the snapshot is, with every hash, to save or print</source>
        <translation>快照的说明与每个哈希，可保存或打印</translation>
    </message>
</context>
</TS>
