package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Application with what it renders to.
 *
 * @param revision that its first source names; null when none is there
 * @param objects in the renderer's order, source by source; empty when it does not render
 * @param filesRead of all sources
 * @param fingerprint SHA-256 over the objects as kubectl would print them, for a directory of manifests over theirs
 * @param findings why it does not render, or may not be applied
 * @param doubts what a person should look at although it renders, for example what a chart leaves to chance
 * @param parts what each of its sources renders to
 */
public record RenderedApplication(
        Application application,
        @Nullable Revision revision,
        List<Resource> objects,
        Set<String> filesRead,
        String fingerprint,
        List<Finding> findings,
        List<Finding> doubts,
        List<Part> parts) {

    public RenderedApplication {
        objects = List.copyOf(objects);
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
        parts = List.copyOf(parts);
    }

    /**
     * What one source renders to.
     *
     * @param number of the source among the Application's, from 0
     * @param source with value files of other sources found
     */
    public record Part(int number, ApplicationSource source, List<Resource> objects, Set<String> filesRead) {

        public Part {
            objects = List.copyOf(objects);
        }

        /** Whether Helm renders it. */
        public boolean isChart() {
            return source.helm() != null;
        }
    }

    RenderedApplication withFindings(List<Finding> all) {
        return new RenderedApplication(application, revision, objects, filesRead, fingerprint, all, doubts, parts);
    }

    RenderedApplication of(Application changed) {
        return new RenderedApplication(changed, revision, objects, filesRead, fingerprint, findings, doubts, parts);
    }

    /** How many characters a fingerprint has. */
    static final int FINGERPRINT = 64;

    static String fingerprint(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
