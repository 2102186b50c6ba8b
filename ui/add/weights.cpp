// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/weights.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

struct Ending {
    QLatin1StringView suffix;
    QLatin1StringView format;
};

constexpr auto endings = std::to_array<Ending>({
    {".safetensors"_L1, "safetensors"_L1},
    {".safetensors.index.json"_L1, "safetensors"_L1},
    {".gguf"_L1, "gguf"_L1},
    {".bin"_L1, "pytorch"_L1},
    {".bin.index.json"_L1, "pytorch"_L1},
    {".pt"_L1, "pytorch"_L1},
    {".pth"_L1, "pytorch"_L1},
    {".ckpt"_L1, "pytorch"_L1},
    {".pkl"_L1, "pytorch"_L1},
    {".onnx"_L1, "onnx"_L1},
    {".onnx_data"_L1, "onnx"_L1},
    {".onnx.data"_L1, "onnx"_L1},
    {".h5"_L1, "tensorflow"_L1},
    {".h5.index.json"_L1, "tensorflow"_L1},
    {".keras"_L1, "tensorflow"_L1},
    {".tflite"_L1, "tflite"_L1},
    {".msgpack"_L1, "flax"_L1},
    {".msgpack.index.json"_L1, "flax"_L1},
    {".ot"_L1, "rust"_L1},
    {".mlmodel"_L1, "coreml"_L1},
    {".npz"_L1, "mlx"_L1},
    {".nemo"_L1, "nemo"_L1},
    {".ggml"_L1, "ggml"_L1},
    {".pte"_L1, "executorch"_L1},
    {".engine"_L1, "tensorrt"_L1},
    {".llamafile"_L1, "llamafile"_L1},
});

constexpr auto names = std::to_array<Ending>({
    {"safetensors"_L1, "safetensors"_L1},
    {"gguf"_L1, "GGUF"_L1},
    {"pytorch"_L1, "PyTorch"_L1},
    {"onnx"_L1, "ONNX"_L1},
    {"tensorflow"_L1, "TensorFlow"_L1},
    {"tflite"_L1, "TensorFlow Lite"_L1},
    {"flax"_L1, "Flax"_L1},
    {"rust"_L1, "Rust"_L1},
    {"coreml"_L1, "Core ML"_L1},
    {"mlx"_L1, "MLX"_L1},
    {"nemo"_L1, "NeMo"_L1},
    {"ggml"_L1, "GGML"_L1},
    {"executorch"_L1, "ExecuTorch"_L1},
    {"tensorrt"_L1, "TensorRT"_L1},
    {"llamafile"_L1, "llamafile"_L1},
    {"openvino"_L1, "OpenVINO"_L1},
});

QString lastQuantisation(const QString& text)
{
    static const QRegularExpression pattern(
        u"(?<![A-Za-z0-9])((?:UD-)?(?:I?Q[1-9](?:_(?:K|KS|KSS|KT|KV|NL|XXS|XS|S|M|L|XL|XXL|R4|R8|[0-9])){1,4}|TQ[12]_0|"
        "MXFP4(?:_MOE)?|NVFP4|BF16|FP?16|FP?32|FP8))(?![A-Za-z0-9])"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString found;
    for (const QRegularExpressionMatch& match : pattern.globalMatch(text))
        found = match.captured(1);
    return found;
}

} // namespace

QString weightFormatOf(const QString& path)
{
    const QString name = path.section(u'/', -1).toLower();
    if (name.contains(".mlpackage"_L1) || path.contains(".mlpackage/"_L1) || path.contains(".mlmodelc/"_L1))
        return u"coreml"_s;
    if (name.startsWith("openvino_"_L1) && (name.endsWith(".bin"_L1) || name.endsWith(".xml"_L1)))
        return u"openvino"_s;
    // Left by a training run: says how the weights were made, holds none.
    if (name == "training_args.bin"_L1 || name.startsWith("imatrix"_L1))
        return {};
    const auto ending =
        std::ranges::find_if(endings, [&name](const Ending& known) { return name.endsWith(known.suffix); });
    return ending == endings.end() ? QString() : QString(ending->format);
}

QString weightFormatName(const QString& format)
{
    const auto name = std::ranges::find(names, format, &Ending::suffix);
    return name == names.end() ? format : QString(name->format);
}

QString quantisationAsWritten(const QString& path)
{
    for (qsizetype part = 1; part <= path.count(u'/') + 1; ++part) {
        if (const QString found = lastQuantisation(path.section(u'/', -part, -part)); !found.isEmpty())
            return found;
    }
    return {};
}

QString quantisationOf(const QString& path)
{
    return quantisationAsWritten(path).toUpper();
}

bool isProjector(const QString& path)
{
    return path.section(u'/', -1).contains("mmproj"_L1, Qt::CaseInsensitive);
}

QString weightStem(const QString& path)
{
    static const QRegularExpression tail(u"(-[0-9]{5}-of-[0-9]{5})?\\.gguf$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return path.section(u'/', -1).remove(tail);
}

bool mayHoldPickles(RepoKind kind, const QString& path)
{
    static constexpr auto pickles = std::to_array<QLatin1StringView>(
        {".pt"_L1, ".pth"_L1, ".ckpt"_L1, ".pkl"_L1, ".pickle"_L1, ".joblib"_L1, ".dill"_L1});
    const QString name = path.toLower();
    return std::ranges::any_of(pickles, [&name](QLatin1StringView suffix) { return name.endsWith(suffix); })
        || (kind == RepoKind::Model && name.endsWith(".bin"_L1));
}

} // namespace hugger
