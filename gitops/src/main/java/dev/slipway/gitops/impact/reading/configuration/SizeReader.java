package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.meaning.ConfigurationMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.nio.charset.StandardCharsets;

/** ConfigMaps and Secrets that are too large for the API server: MaxSecretSize of kubernetes/kubernetes, pkg/apis/core/types.go. */
public final class SizeReader implements Reader {

    private static final long MOST = 1024 * 1024;

    private final World after;

    public SizeReader(Worlds worlds) {
        this.after = worlds.after();
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest is = pair.after();
        if (is != null && (is.is("", "ConfigMap") || is.is("", "Secret"))) {
            long size = after.same(is, is.object()).map(SizeReader::size).orElse(0L);
            if (size > MOST) {
                findings.add(new ConfigurationMeaning.TooLarge(is.words(), size));
            }
        }
    }

    /** Of what is rendered: where values are hidden their size is too. */
    private static long size(Resource rendered) {
        boolean encoded = rendered.kind().equals("Secret");
        return texts(rendered, encoded ? "stringData" : "data") + encoded(rendered, encoded ? "data" : "binaryData");
    }

    private static long texts(Resource rendered, String field) {
        return rendered.map(field).values().stream()
                .mapToLong(each -> String.valueOf(each).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static long encoded(Resource rendered, String field) {
        return rendered.map(field).values().stream()
                .mapToLong(each -> String.valueOf(each).replaceAll("\\s|=", "").length() * 3L / 4)
                .sum();
    }
}
