package dev.slipway.builds.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PomFileTest {

    private static Optional<String> obstacle(String content) {
        return PomFile.obstacle(MemoryTree.ofTexts("pom.xml", "<project>" + content + "</project>"));
    }

    @Test
    void expectsAnApplicationOfSpringBootAndOfAMainClass() {
        assertThat(
                        obstacle(
                                "<build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>"))
                .isEmpty();
        assertThat(obstacle("<build><manifest><mainClass>a.Main</mainClass></manifest></build>"))
                .isEmpty();
    }

    @Test
    void saysWhyNoImageWillComeOfIt() {
        assertThat(obstacle("")).hasValueSatisfying(why -> assertThat(why).contains("without a Main-Class"));
        assertThat(obstacle("<packaging>war</packaging>"))
                .hasValueSatisfying(why -> assertThat(why).contains("war"));
        assertThat(obstacle("<modules><module>a</module></modules>"))
                .hasValueSatisfying(why -> assertThat(why).contains("modules"));
        assertThat(obstacle("<oops>")).hasValueSatisfying(why -> assertThat(why).contains("no XML"));
    }

    @Test
    void readsNoEntitiesFromElsewhere() {
        String hostile = "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<project><packaging>&x;</packaging></project>";

        assertThat(PomFile.obstacle(MemoryTree.ofTexts("pom.xml", hostile)).orElse(""))
                .doesNotContain("root:");
    }
}
