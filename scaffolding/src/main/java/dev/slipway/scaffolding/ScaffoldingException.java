package dev.slipway.scaffolding;

import java.util.List;
import java.util.stream.Collectors;

/** A template cannot be used; everything that is wrong with it. */
public final class ScaffoldingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public ScaffoldingException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
