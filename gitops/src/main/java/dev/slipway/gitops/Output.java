package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Set;

/**
 * What a source renders to.
 *
 * @param resources in the renderer's order
 * @param declarations the Applications and projects among them
 * @param fingerprint equal where the objects are
 * @param findings why it does not render
 * @param doubts what a person should look at although it renders
 */
record Output(
        List<Resource> resources,
        List<Declaration> declarations,
        Set<String> filesRead,
        String fingerprint,
        List<Finding> findings,
        List<Finding> doubts) {

    /** Without a doubt. */
    Output(
            List<Resource> resources,
            List<Declaration> declarations,
            Set<String> filesRead,
            String fingerprint,
            List<Finding> findings) {
        this(resources, declarations, filesRead, fingerprint, findings, List.of());
    }

    /** An object of Argo CD's with the file it comes from; for a kustomization its directory. */
    record Declaration(String file, Resource object) {

        static boolean isOne(Resource object) {
            return object.apiVersion().startsWith("argoproj.io/");
        }
    }

    Output {
        resources = List.copyOf(resources);
        declarations = List.copyOf(declarations);
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
    }

    static Output failed(List<Finding> findings) {
        return new Output(List.of(), List.of(), Set.of(), RenderedApplication.fingerprint(""), findings);
    }
}
