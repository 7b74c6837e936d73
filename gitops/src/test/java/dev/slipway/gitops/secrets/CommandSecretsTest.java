package dev.slipway.gitops.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSecretsTest {

    private static String arguments(String command) {
        Object shown = new Redaction()
                .of(Map.of("command", List.of(command.split(" "))))
                .get("command");
        return ((List<?>) shown).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mc alias set shop http://minio:9000 ann hunter2",
                "/usr/bin/mc --insecure alias s shop http://minio:9000 ann hunter2",
                "mc config host add shop http://minio:9000 ann hunter2",
                "mc admin user add shop ann hunter2",
                "htpasswd -nb ann hunter2",
                "htpasswd -n -b ann hunter2",
                "htpasswd -nbBC 10 ann hunter2",
                "htpasswd -bc /etc/users ann hunter2",
                "mosquitto_passwd -b /etc/users ann hunter2",
                "mosquitto_pub -u ann -P hunter2 -t topic",
                "ipmitool -U ann -P hunter2 power",
                "zip -P hunter2 a.zip a",
                "7z a -phunter2 a.7z",
                "aws configure set aws_secret_access_key hunter2",
                "npm config set //registry.npmjs.org/:_authToken hunter2",
                "git config --global user.password hunter2",
                "redis-cli CONFIG SET requirepass hunter2",
                "vault login hunter2",
                "vault login -no-print hunter2",
                "vault kv put secret/db x=hunter2",
                "kubectl create secret generic db --from-literal=x=hunter2",
                "kubectl create secret generic db --from-literal x=hunter2",
                "sqlplus ann/hunter2@db",
                "sqlplus -s ann/hunter2@//db:1521/x",
                "db2 connect to shop user ann using hunter2",
                "openssl enc -aes256 -k hunter2",
                "influx setup -t hunter2",
                "lftp -u ann,hunter2 ftp://db",
                "curl -su ann:hunter2 http://db",
                "curl -uann:hunter2 http://db",
                "curl -fsSLuann:hunter2 http://db",
                "curl -U ann:hunter2 http://db",
                "curl --user ann:hunter2 http://db",
            })
    void hidesByItsPlace(String command) {
        assertThat(SecretText.scrub(command)).contains(Hidden.TEXT).doesNotContain("hunter2");
        assertThat(arguments(command)).contains(Hidden.TEXT).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -u 'ann:hunter2 hunter2' http://db",
                "curl -su \"ann:hunter2 hunter2\" http://db",
                "curl -u ann:20021 http://hunter",
                "mc alias set shop \\\n  http://minio:9000 ann \\\n  hunter2",
                "echo 'root:hunter2' | chpasswd",
                "echo hunter2 | docker login -u ann --password-stdin",
                "printf '%s' hunter2 | helm registry login r.local --password-stdin",
                "echo -n hunter2 | kinit ann",
                "echo hunter2 | sudo -S mount /data",
            })
    void hidesWithinTexts(String text) {
        assertThat(SecretText.scrub(text)).contains(Hidden.TEXT).doesNotContain("hunter2", "20021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mc mirror shop backup",
                "mc alias list",
                "htpasswd -n ann",
                "zip -r a.zip a",
                "aws configure set region eu-central-1",
                "git config --global user.name ann",
                "npm config set fund false",
                "vault login -method=kubernetes role=shop",
                "kubectl create configmap shop --from-literal=LEVEL=info",
                "sqlplus /nolog @/scripts/init.sql",
                "openssl req -x509 -key /tls/a",
                "influx query -o shop",
                "curl -fsS http://db:8080/health",
                "tool -w 4 -P 8080 -U 50%off",
                "mongod --auth --bind_ip_all --port 27017",
            })
    void showsWhatIsNoSecret(String command) {
        assertThat(arguments(command)).isEqualTo(command);
        assertThat(SecretText.scrub(command)).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -su \"$NAME:$PASS\" http://db",
                "curl -su $NAME:$PASS http://db",
                "mc alias set shop http://minio:9000 $NAME \"$PASS\"",
                "echo $TOKEN | docker login --password-stdin",
                "echo \"root:$PASS\" | chpasswd",
                "PGPASSWORD=$DB_PASSWORD psql -h db -p 5432",
                "PGPASSWORD=\"${DB_PASSWORD}\" psql -h db -p 5432",
            })
    void showsVariables(String text) {
        assertThat(SecretText.scrub(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mc ",
                "curl -u",
                "u",
                "a/",
                "htpasswd -b ",
                " -b",
                "echo ",
                " ",
                "echo a:",
                "vault login -a ",
                "--from-literal create secret ",
                "connect to using ",
                "x://a:",
                "$1$",
                "{",
            })
    void readsLongTextsInProportion(String part) {
        String text =
                "curl sqlplus -p stdin chpasswd | = echo htpasswd -" + part.repeat(100_000 / part.length()) + " @ = x";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> SecretText.scrub(text));
    }
}
