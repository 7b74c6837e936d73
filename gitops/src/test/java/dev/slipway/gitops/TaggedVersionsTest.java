package dev.slipway.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggedVersionsTest {

    private static final List<String> TAGS = List.of("v1.2.0", "1.10.0", "1.9.3", "2.0.0-rc.1", "0.9.0", "latest", "1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.*             | 1.10.0
            ~1.9.0          | 1.9.3
            '>=0.1 <1.2'    | 1
            ^0.9            | 0.9.0
            *               | 1.10.0
            >=2.0.0-0       | 2.0.0-rc.1
            3.x             |
            1.2.0           |
            v1.2            |
            main            |
            release-1.x     |
            0123456789012345678901234567890123456789 |
            """)
    void findsTheHighestThatIsAllowed(String revision, String tag) {
        assertThat(TaggedVersions.highest(revision, () -> TAGS).orElse(null)).isEqualTo(tag);
    }
}
