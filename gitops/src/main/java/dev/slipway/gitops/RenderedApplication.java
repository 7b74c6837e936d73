package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.ResourceWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * An Application with what it renders to.
 *
 * @param commit of its source; empty when it cannot be resolved
 * @param objects in the renderer's order; empty when it does not render
 * @param fingerprint SHA-256 over the objects as kubectl would print them
 */
public record RenderedApplication(
        Application application,
        String commit,
        List<Resource> objects,
        Set<String> filesRead,
        String fingerprint,
        List<Finding> findings) {

    public RenderedApplication {
        objects = List.copyOf(objects);
        findings = List.copyOf(findings);
    }

    static String fingerprint(List<Resource> objects) {
        try {
            byte[] text = ResourceWriter.text(objects).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
