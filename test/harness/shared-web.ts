/** Names the folder in which the test files of a run share one build of the web app. */
export const sharedWebVariable = 'TEST_SHARED_WEB'
