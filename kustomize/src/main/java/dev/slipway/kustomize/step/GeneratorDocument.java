package dev.slipway.kustomize.step;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.generate.Generators;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Fields;
import dev.slipway.kustomize.read.Generator;
import dev.slipway.kustomize.read.GeneratorReader;
import dev.slipway.kustomize.read.LocalFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a document that configures one of the built-in generators, and generates. */
public final class GeneratorDocument {
    private static final String CONFIG_MAP = "ConfigMapGenerator";
    private static final String SECRET = "SecretGenerator";
    private static final String ACCOUNT = "IAMPolicyGenerator";

    private GeneratorDocument() {}

    /** @throws Refusal with everything that is wrong with the document or its sources */
    public static Item generate(YamlMap document, LocalFiles files) {
        Origin.Maker maker = Kinds.maker(document);
        if (maker.kind().equals("HelmChartInflationGenerator")) {
            throw new Refusal(
                    document.place(),
                    "Charts are fetched and run as programs, and programs are not run while rendering.",
                    "plain manifests.",
                    "Run helm template elsewhere and keep its result as plain files.");
        }
        Kinds.require(document, maker, Set.of(CONFIG_MAP, SECRET, ACCOUNT));
        Problems problems = new Problems();
        Fields fields = Fields.lenient(document, problems);
        if (maker.kind().equals(ACCOUNT)) {
            Map<String, @Nullable Object> account = account(fields);
            problems.stopIfAny();
            return Item.read(document.place(), account);
        }
        Generator generator = GeneratorReader.alone(fields, maker.kind().equals(SECRET));
        problems.stopIfAny();
        return new Generators(files::bytes).generate(generator);
    }

    public static Origin.Maker maker(YamlMap document) {
        return Kinds.maker(document);
    }

    /** A ServiceAccount that stands for an account of Google's cloud. */
    private static Map<String, @Nullable Object> account(Fields fields) {
        if (!fields.text("cloud").equals("gke")) {
            fields.problem(
                    fields.placeOf("cloud"),
                    "The cloud \"" + fields.text("cloud") + "\" is not supported.",
                    "gke.",
                    "Correct it.");
        }
        String name = of(fields, "kubernetesService", "name");
        String namespace = of(fields, "kubernetesService", "namespace");
        String email = of(fields, "serviceAccount", "name") + "@" + of(fields, "serviceAccount", "projectId")
                + ".iam.gserviceaccount.com";
        Map<String, @Nullable Object> annotations = new LinkedHashMap<>();
        annotations.put("iam.gke.io/gcp-service-account", email);
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("annotations", annotations);
        metadata.put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("apiVersion", "v1");
        content.put("kind", "ServiceAccount");
        content.put("metadata", metadata);
        return content;
    }

    private static String of(Fields fields, String parent, String field) {
        return fields.child(parent).map(child -> child.text(field)).orElse("");
    }
}
