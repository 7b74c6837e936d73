package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.inPod;
import static dev.slipway.delivery.local.TestManifests.service;
import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.kustomize.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that the cluster gives to pods. */
class PodVolumesIT extends OnLocalCluster {

    private static final Resource SETTINGS = simple(
            "ConfigMap",
            "settings",
            ", 'data': {'a.txt': 'apple', 'b.txt': 'pear'}, 'binaryData': {'c.bin': 'Y2hlcnJ5'}");
    private static final Resource PASSWORDS = simple("Secret", "passwords", ", 'data': {'admin': 'c2VjcmV0'}");

    @Test
    void showTheKeysOfAConfigMapAsFiles() throws Exception {
        run("'configMap': {'name': 'settings'}", "");

        assertThat(read("a.txt")).isEqualTo("apple");
        assertThat(read("c.bin")).isEqualTo("cherry");
        assertThat(cluster.get("/write?/etc/shop/a.txt")).isEqualTo("refused");
    }

    @Test
    void showOnlyTheItemsThatAreAskedFor() throws Exception {
        run("'configMap': {'name': 'settings', 'items': [{'key': 'a.txt', 'path': 'fruit/best.txt'}]}", "");

        assertThat(read("fruit/best.txt")).isEqualTo("apple");
        assertThat(read("b.txt")).isEqualTo("absent");
    }

    @Test
    void showASecretWithItsMode() throws Exception {
        run("'secret': {'secretName': 'passwords', 'defaultMode': 256}", "");

        assertThat(read("admin")).isEqualTo("secret");
        try (Stream<Path> files = Files.walk(data.resolve("cluster/pods"))) {
            Path file = files.filter(each -> each.endsWith("admin") && !Files.isSymbolicLink(each))
                    .findFirst()
                    .orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("r--------");
        }
    }

    @Test
    void showSeveralSourcesInOneDirectory() throws Exception {
        run(
                "'projected': {'sources': [{'configMap': {'name': 'settings'}}, {'secret': {'name': 'passwords'}},"
                        + " {'configMap': {'name': 'more', 'optional': true}},"
                        + " {'downwardAPI': {'items': [{'path': 'labels', 'fieldRef': {'fieldPath': 'metadata.labels'}},"
                        + " {'path': 'memory', 'resourceFieldRef': {'containerName': 'app', 'resource': 'requests.memory',"
                        + " 'divisor': '1Mi'}}]}}]}",
                "");

        assertThat(read("b.txt")).isEqualTo("pear");
        assertThat(read("admin")).isEqualTo("secret");
        assertThat(read("labels")).isEqualTo("app=\"shop\"");
        assertThat(read("memory")).isEqualTo("64");
    }

    @Test
    void showOneFileWithASubPath() throws Exception {
        run("'configMap': {'name': 'settings'}", ", 'subPath': 'b.txt'");

        assertThat(cluster.get("/file?/etc/shop")).isEqualTo("pear");
    }

    @Test
    void followWhatChangesWhileThePodRuns() throws Exception {
        run("'configMap': {'name': 'settings'}", "");

        cluster.commit(
                shopWith("'configMap': {'name': 'settings'}", ""),
                simple("ConfigMap", "settings", ", 'data': {'a.txt': 'quince'}"),
                PASSWORDS,
                service());
        cluster.await("changed", state -> HEALTHY.test(state) && answers("a.txt", "quince"));

        assertThat(read("b.txt")).isEqualTo("absent");
    }

    @Test
    void sayWhichConfigMapIsMissing() {
        cluster.commit(shopWith("'configMap': {'name': 'nothing'}", ""));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("CreateContainerConfigError: volume \"files\": ConfigMap \"nothing\" does not exist");
    }

    @Test
    void sayWhichKeyIsMissing() {
        cluster.commit(
                shopWith("'secret': {'secretName': 'passwords', 'items': [{'key': 'root', 'path': 'x'}]}", ""),
                PASSWORDS);

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("volume \"files\": Secret \"passwords\" has no key \"root\"");
    }

    @Test
    void refuseAPathThatLeadsOut() {
        cluster.commit(
                shopWith("'configMap': {'name': 'settings', 'items': [{'key': 'a.txt', 'path': '../../x'}]}", ""),
                SETTINGS);

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("the path \"../../x\" is not within it");
    }

    @Test
    void refuseASubPathThatIsNotThere() {
        cluster.commit(shopWith("'configMap': {'name': 'settings'}", ", 'subPath': 'd.txt'"), SETTINGS);
        assumeThat(cluster.engine().isolation()).isEqualTo("user-namespace");

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("the volume \"files\" has no \"d.txt\"");
    }

    @Test
    void refuseKindsThatTheClusterCannotGive() {
        cluster.commit(shopWith("'persistentVolumeClaim': {'claimName': 'disk'}", ""));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("volume \"files\": the local cluster understands emptyDir, configMap");
    }

    @Test
    void refuseATokenOfAnApiServerThatIsNotThere() {
        cluster.commit(shopWith("'projected': {'sources': [{'serviceAccountToken': {'path': 'token'}}]}", ""));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage()).contains("only, not serviceAccountToken");
    }

    @Test
    void areRefusedWhereTheProcessSeesThisMachinesOwnFiles() {
        withoutIsolation();
        cluster.commit(shopWith("'configMap': {'name': 'settings'}", ""), SETTINGS);

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("volume \"files\" cannot be mounted at \"/etc/shop\"", "use env or envFrom instead");
    }

    private void run(String volume, String mount) {
        assumeThat(cluster.engine().isolation()).isEqualTo("user-namespace");
        cluster.commit(shopWith(volume, mount), SETTINGS, PASSWORDS, service());
        cluster.await("healthy", HEALTHY);
    }

    private String read(String file) throws IOException, InterruptedException {
        return cluster.get("/file?/etc/shop/" + file);
    }

    private boolean answers(String file, String content) {
        try {
            return read(file).equals(content);
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Resource shopWith(String volume, String mount) {
        String mounts = ", 'volumeMounts': [{'name': 'files', 'mountPath': '/etc/shop' " + mount + "}]";
        return inPod(
                deployment(TestImages.reference(1), 1, Map.of(), mounts),
                "'volumes': [{'name': 'files', " + volume + "}]");
    }
}
