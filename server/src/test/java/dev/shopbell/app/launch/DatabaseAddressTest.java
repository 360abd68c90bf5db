package dev.shopbell.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final DatabaseAddress EXPECTED =
            new DatabaseAddress("jdbc:postgresql://db.example:5433/shop", "anna", "s+e@c:r/t");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna:s+e%40c:r%2Ft@db.example:5433/shop",
                "postgres://anna:s+e%40c:r%2Ft@db.example:5433/shop",
                "jdbc:postgresql://anna:s+e%40c:r%2Ft@db.example:5433/shop",
                "jdbc:postgresql://db.example:5433/shop?user=anna&password=s+e%40c:r%2Ft",
            })
    void everyUsualFormIsUnderstood(String url) {
        assertThat(DatabaseAddress.parse(url)).isEqualTo(EXPECTED);
    }

    @Test
    void whatIsNotAboutTheLoginIsLeftToTheDriver() {
        DatabaseAddress address =
                DatabaseAddress.parse(
                        "postgresql://db.example/shop?sslmode=require&user=anna&connectTimeout=3");

        assertThat(address.jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example/shop?sslmode=require&connectTimeout=3");
    }

    @Test
    void severalHostsAreLeftToTheDriver() {
        assertThat(DatabaseAddress.parse("postgresql://anna:x@one:5432,two:5433/shop").jdbcUrl())
                .isEqualTo("jdbc:postgresql://one:5432,two:5433/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://anna:hidden@db.example/shop",
                "postgresql://anna:hidden@db.example",
                "postgresql://anna:hidden@db.example/",
                "postgresql:shop?password=hidden",
                "anna:hidden@db.example/shop",
                "postgresql://anna:hid den@db.example/shop",
                "postgresql://anna:hidden%@db.example/shop",
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(UsageException.class)
                .hasNoCause()
                .hasMessage(
                        "SHOPBELL_DATABASE_URL has the form"
                                + " postgresql://user:password@host:port/database.");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(EXPECTED).hasToString("postgresql://db.example:5433/shop");
    }
}
