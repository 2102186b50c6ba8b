// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/weights.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

class WeightsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void format_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        const auto row = [](const char* path, const char* format) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(format);
        };
        row("model-00001-of-00004.safetensors", "safetensors");
        row("model.safetensors.index.json", "safetensors");
        row("unet/diffusion_pytorch_model.fp16.safetensors", "safetensors");
        row("pytorch_model.bin", "pytorch");
        row("pytorch_model.bin.index.json", "pytorch");
        row("consolidated.00.pth", "pytorch");
        row("v1-5-pruned.ckpt", "pytorch");
        row("training_args.bin", "");
        row("onnx/model_quantized.onnx", "onnx");
        row("onnx/model.onnx_data", "onnx");
        row("tf_model.h5", "tensorflow");
        row("flax_model.msgpack", "flax");
        row("rust_model.ot", "rust");
        row("openvino/openvino_model.bin", "openvino");
        row("openvino/openvino_model.xml", "openvino");
        row("Kestrel-Q4_K_M.gguf", "gguf");
        row("coreml/text/model.mlpackage/Data/weights/weight.bin", "coreml");
        row("weights.npz", "mlx");
        row("imatrix.dat", "");
        row("imatrix_unsloth.gguf", "");
        row("config.json", "");
        row("README.md", "");
        row("tokenizer.model", "");
        row(".gitattributes", "");
    }
    void format()
    {
        QFETCH(const QString, path);
        QTEST(weightFormatOf(path), "format");
    }

    void quantisation_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("quantisation");
        const auto row = [](const char* path, const char* quantisation) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(quantisation);
        };
        row("Mistral-7B-Instruct-v0.3-Q4_K_M.gguf", "Q4_K_M");
        row("mistral-7b-instruct-v0.2.Q5_K_S.gguf", "Q5_K_S");
        row("Meta-Llama-3.1-8B-Instruct-Q6_K_L.gguf", "Q6_K_L");
        row("Meta-Llama-3.1-8B-Instruct-Q3_K_XL.gguf", "Q3_K_XL");
        row("gemma-2-2b-it-IQ2_XXS.gguf", "IQ2_XXS");
        row("gemma-2-2b-it-IQ4_NL.gguf", "IQ4_NL");
        row("Qwen3-30B-A3B-UD-Q4_K_XL.gguf", "UD-Q4_K_XL");
        row("DeepSeek-R1-UD-IQ1_S/DeepSeek-R1-UD-IQ1_S-00001-of-00003.gguf", "UD-IQ1_S");
        row("BF16/Qwen3-235B-BF16-00001-of-00010.gguf", "BF16");
        row("Q8_0/model-00001-of-00002.gguf", "Q8_0");
        row("Phi-3-mini-4k-instruct-q4.gguf", "");
        row("Phi-3-mini-4k-instruct-fp16.gguf", "FP16");
        row("qwen2.5-7b-instruct-q4_k_m-00001-of-00002.gguf", "Q4_K_M");
        row("Meta-Llama-3-8B-Instruct-Q4_0_4_8.gguf", "Q4_0_4_8");
        row("L3-8B-Stheno.i1-IQ3_M.gguf", "IQ3_M");
        row("gpt-oss-20b-mxfp4.gguf", "MXFP4");
        row("gpt-oss-120b-MXFP4_MOE-00001-of-00002.gguf", "MXFP4_MOE");
        row("model_Q4_K_M_v2.gguf", "Q4_K_M");
        row("ggml-model-f16.gguf", "F16");
        row("mmproj-model-f16.gguf", "F16");
        row("DeepSeek-R1-TQ1_0.gguf", "TQ1_0");
        row("Kimi-smol-IQ2_KS-00001-of-00007.gguf", "IQ2_KS");
        row("tinyllama.gguf", "");
        row("EQ4_0b.gguf", "");
    }
    void quantisation()
    {
        QFETCH(const QString, path);
        QTEST(quantisationOf(path), "quantisation");
        QVERIFY(path.contains(quantisationAsWritten(path)));
    }

    void stems()
    {
        QCOMPARE(weightStem(u"a/b-00001-of-00003.gguf"_s), u"b"_s);
        QCOMPARE(weightStem(u"tinyllama.gguf"_s), u"tinyllama"_s);
        QVERIFY(isProjector(u"x/mmproj-F16.gguf"_s));
        QVERIFY(!isProjector(u"mmproj/model-F16.gguf"_s));
    }

    void pickles()
    {
        QVERIFY(mayHoldPickles(RepoKind::Model, u"pytorch_model.bin"_s));
        QVERIFY(!mayHoldPickles(RepoKind::Dataset, u"data.bin"_s));
        QVERIFY(mayHoldPickles(RepoKind::Dataset, u"x/y.PKL"_s));
        QVERIFY(!mayHoldPickles(RepoKind::Model, u"model.safetensors"_s));
    }
};

QTEST_MAIN(WeightsTest)
#include "tst_weights.moc"
