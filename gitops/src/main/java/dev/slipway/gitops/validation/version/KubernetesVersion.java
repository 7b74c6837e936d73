package dev.slipway.gitops.validation.version;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minor version of Kubernetes: {@code 1.33}. */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

    /** The one whose schemas come with Slipway. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(1, 36);

    private static final Pattern TEXT = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})(\\..*)?");

    /** Of {@code 1.33}, {@code v1.33} or {@code 1.33.4}; empty for anything else. */
    public static Optional<KubernetesVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(
                        new KubernetesVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public boolean isAtLeast(KubernetesVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return Comparator.comparingInt(KubernetesVersion::major)
                .thenComparingInt(KubernetesVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
