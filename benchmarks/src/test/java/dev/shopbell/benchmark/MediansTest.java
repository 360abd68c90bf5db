package dev.shopbell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(of(9, 1, 2).median()).isEqualTo(2);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(of(100, 1, 4, 2).median()).isEqualTo(3);
    }

    private static Medians of(double... values) {
        Medians medians = new Medians();
        DoubleStream.of(values).forEach(medians::add);
        return medians;
    }
}
