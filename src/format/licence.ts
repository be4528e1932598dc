/** Said of the tables as long as nobody has decided under which licence they may be used. */
export const NO_LICENCE = '许可还没有定：数据用什么许可由建设单位决定。';
