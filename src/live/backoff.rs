/// How long to wait before the attempt that follows `failures` failures, in milliseconds.
pub(super) fn wait_ms(failures: u32) -> u32 {
    const STEPS: [u32; 5] = [1_000, 2_000, 5_000, 10_000, 30_000];
    STEPS[(failures.saturating_sub(1) as usize).min(STEPS.len() - 1)]
}
