package dev.slipway.helm.engine;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.GoValues;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code .Capabilities}: the cluster, as far as templates may know it. */
final class ClusterObject {
    private static final String HELM = "v3.21.0";
    private static final List<String> KUBERNETES = kubernetes();
    private static final Set<String> GROUPS =
            KUBERNETES.stream().map(ClusterObject::group).collect(Collectors.toSet());

    private ClusterObject() {}

    static Struct of(Release release, Warnings warnings) {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("KubeVersion", new Member.Field(kubeVersion(release.kubeVersion())));
        List<String> versions = new ArrayList<>(KUBERNETES);
        versions.addAll(release.apiVersions());
        members.put("APIVersions", new Member.Field(new ApiVersions(versions, warnings)));
        members.put("HelmVersion", new Member.Field(helm()));
        return new Struct("*chartutil.Capabilities", members, Map.of(), null);
    }

    private static Struct kubeVersion(String version) {
        String[] parts = version.replaceFirst("^v", "").split("[.+-]", -1);
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("Version", new Member.Field(version));
        members.put("Major", new Member.Field(parts[0]));
        members.put("Minor", new Member.Field(parts.length > 1 ? parts[1] : "0"));
        members.put("GitVersion", new Member.Method(Signature.of(), (call, a) -> version));
        members.put("String", new Member.Method(Signature.of(), (call, a) -> version));
        return new Struct("chartutil.KubeVersion", members, Map.of("Version", version), version);
    }

    private static Struct helm() {
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("Version", new Member.Field(HELM));
        members.put("GitCommit", new Member.Field(""));
        members.put("GitTreeState", new Member.Field(""));
        members.put("GoVersion", new Member.Field(""));
        return new Struct("chartutil.BuildInfo", members, Map.of("version", HELM), null);
    }

    /** The versions that Helm knows without a cluster. */
    private static List<String> kubernetes() {
        try (InputStream in = ClusterObject.class.getResourceAsStream("api-versions.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for the core's. */
    private static String group(String version) {
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    /** {@code .Capabilities.APIVersions}. */
    private static final class ApiVersions extends AbstractList<@Nullable Object> implements GoObject {
        private final List<String> versions;
        private final Warnings warnings;

        ApiVersions(List<String> versions, Warnings warnings) {
            this.versions = versions;
            this.warnings = warnings;
        }

        @Override
        public Object get(int index) {
            return versions.get(index);
        }

        @Override
        public int size() {
            return versions.size();
        }

        @Override
        public String typeName() {
            return "chartutil.VersionSet";
        }

        @Override
        public @Nullable Member member(String name) {
            return name.equals("Has")
                    ? new Member.Method(Signature.of(Parameter.STRING), (call, a) -> has(call, (String) a.getFirst()))
                    : null;
        }

        /** What Kubernetes itself serves is known; what somebody installs is not. */
        private boolean has(Call call, String version) {
            boolean there = versions.contains(version);
            if (!there && !GROUPS.contains(group(version))) {
                warnings.unknownKind(call, version);
            }
            return there;
        }

        @Override
        public String print() {
            return GoValues.print(new ArrayList<@Nullable Object>(versions));
        }
    }
}
